using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Errors about incomplete responses.</summary>
internal static partial class DmsErrors
{
    /// <summary>
    /// The service responded without the body that the operation promises. If the request must not be sent twice, its outcome is unknown.
    /// </summary>
    public static DmsException MissingBody(ApiRequest request)
    {
        string operation = request.Operation.Name;
        if (request.Repeatability == Repeatability.Always)
            return new(DmsErrorKind.UnreadableResponse, "HuaweiDms.UnreadableResponse", Format(Text.MissingBody, operation)) { Operation = operation };
        return new(DmsErrorKind.OutcomeUnknown, OutcomeUnknownId, Format(Text.OutcomeNotTold, operation))
        {
            Advice = Text.OutcomeUnknownAdvice,
            Operation = operation,
            ShownBy = OutcomeOperations.Of(request.Operation),
        };
    }

    /// <summary>The service sent part of a list, and the rest cannot be read.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="came">The number of objects received.</param>
    /// <param name="told">The number of objects that the service reported.</param>
    /// <param name="cause">The reason why the rest cannot be read.</param>
    public static DmsException PartOfList(string operation, int came, long told, DmsException cause)
        => new(DmsErrorKind.UnreadableResponse, "HuaweiDms.UnreadableResponse", Format(Text.PartOfList, operation, came, told, cause.Operation), cause)
        {
            Operation = operation,
        };

    /// <summary>The service responded with an empty list to a request for one object by id.</summary>
    public static DmsException NotListed(string operation, string id)
        => new(DmsErrorKind.NotFound, "HuaweiDms.NotFound", Format(Text.NotListed, operation, id)) { Operation = operation };
}

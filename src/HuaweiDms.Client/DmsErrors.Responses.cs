using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Errors about incomplete responses.</summary>
internal static partial class DmsErrors
{
    /// <summary>The service responded without the body that the operation promises.</summary>
    public static DmsException MissingBody(string operation)
        => new(DmsErrorKind.UnreadableResponse, "HuaweiDms.UnreadableResponse", Format(Text.MissingBody, operation)) { Operation = operation };

    /// <summary>The same for a request. If it must not be sent twice, its outcome is unknown.</summary>
    public static DmsException MissingBody(ApiRequest request)
        => request.Repeatability == Repeatability.Always
            ? MissingBody(request.Operation.Name)
            : new(DmsErrorKind.OutcomeUnknown, OutcomeUnknownId, Format(Text.OutcomeNotTold, request.Operation.Name))
            {
                Advice = Text.OutcomeUnknownAdvice,
                Operation = request.Operation.Name,
                ShownBy = OutcomeOperations.Of(request.Operation),
            };

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

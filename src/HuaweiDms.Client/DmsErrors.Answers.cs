using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>What an answer lacks.</summary>
internal static partial class DmsErrors
{
    /// <summary>The service answered without the body the operation promises.</summary>
    public static DmsException MissingBody(string operation)
        => new(DmsErrorKind.UnreadableAnswer, "HuaweiDms.UnreadableAnswer", Format(Text.MissingBody, operation)) { Operation = operation };

    /// <summary>The same of a request: whether it happened is not known then, where it must not be sent twice.</summary>
    public static DmsException MissingBody(ApiRequest request)
        => request.Repeatability == Repeatability.Always
            ? MissingBody(request.Operation.Name)
            : new(DmsErrorKind.OutcomeUnknown, OutcomeUnknownId, Format(Text.OutcomeNotTold, request.Operation.Name))
            {
                Advice = Text.OutcomeUnknownAdvice,
                Operation = request.Operation.Name,
                ShownBy = Evidence.Of(request.Operation),
            };

    /// <summary>The service sent a part of a list, and there is no way to the rest.</summary>
    /// <param name="operation">What was answered.</param>
    /// <param name="came">How many objects came.</param>
    /// <param name="told">How many there are.</param>
    /// <param name="cause">Why the rest cannot be read.</param>
    public static DmsException PartOfList(string operation, int came, long told, DmsException cause)
        => new(DmsErrorKind.UnreadableAnswer, "HuaweiDms.UnreadableAnswer", Format(Text.PartOfList, operation, came, told, cause.Operation), cause)
        {
            Operation = operation,
        };

    /// <summary>The service answered a list of none where one thing was asked for by its id.</summary>
    public static DmsException NotListed(string operation, string id)
        => new(DmsErrorKind.NotFound, "HuaweiDms.NotFound", Format(Text.NotListed, operation, id)) { Operation = operation };
}

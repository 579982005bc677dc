using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Tasks;

/// <summary>When the work of a request begins: at once, or later where the request says so (5.1.9, 5.2.11).</summary>
internal static class Schedule
{
    private const string Field = "execute_at";

    /// <summary>Reads the moment. One that is past, or in no calendar, is refused; the reference does not say how.</summary>
    public static DateTimeOffset Read(RequestContext context, JsonFields body)
    {
        long? milliseconds = body.LongInteger(Field);
        if (body.Flag("is_schedule") != true)
            return context.Now;
        DateTimeOffset? begin = milliseconds is >= 0 and <= ServiceTime.LastMillisecond ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.Value) : null;
        return begin >= context.Now ? begin.Value : throw ServiceErrors.InvalidField(Field);
    }
}

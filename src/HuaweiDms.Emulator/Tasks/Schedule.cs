using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Tasks;

/// <summary>Reads when the work of a request starts: immediately, or at a scheduled time (5.1.9, 5.2.11).</summary>
internal static class Schedule
{
    private const string Field = "execute_at";

    /// <summary>Reads the start time. A time that is past or out of range is rejected; how the service responds is a guess.</summary>
    public static DateTimeOffset Read(RequestContext context, JsonFields body)
    {
        long? milliseconds = body.LongInteger(Field);
        if (body.Flag("is_schedule") != true)
            return context.Now;
        DateTimeOffset? begin = milliseconds is >= 0 and <= ServiceTime.LastMillisecond ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.Value) : null;
        return begin >= context.Now ? begin.Value : throw ServiceErrors.InvalidField(Field);
    }
}

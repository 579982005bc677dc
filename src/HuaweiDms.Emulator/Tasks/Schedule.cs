using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Tasks;

/// <summary>Reads when the work of a request starts: immediately, or at a scheduled time (5.1.9, 5.2.11).</summary>
internal static class Schedule
{
    private const string Field = "execute_at";

    /// <summary>Reads the start time. Rejecting one that is past is a guess.</summary>
    public static DateTimeOffset Read(RequestContext context, JsonFields body)
    {
        long? milliseconds = body.LongInteger(Field);
        if (body.Flag("is_schedule") != true)
            return context.Now;
        long begin = milliseconds ?? throw ServiceErrors.InvalidField(Field);
        return begin >= context.Now.ToUnixTimeMilliseconds() && begin <= ServiceTime.LastMillisecond
            ? DateTimeOffset.FromUnixTimeMilliseconds(begin)
            : throw ServiceErrors.InvalidTimestamp();
    }
}

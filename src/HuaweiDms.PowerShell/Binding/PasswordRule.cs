using System.Runtime.InteropServices;
using System.Security;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// The password rules of 5.1.1, 5.7.2 and 5.7.4, checked before anything is sent. The password never appears in a message.
/// </summary>
internal static class PasswordRule
{
    private const int Shortest = 8;
    private const int Longest = 32;
    private const int KindsNeeded = 3;

    /// <summary>The rule that the password of a new user breaks; null if none. 5.7.2 does not mention the reversed name.</summary>
    public static string? ViolationOfNewUser(SecureString password, string userName) => Violation(password, [userName], Text.NewPasswordNameRule);

    /// <summary>The rule that is broken; null if none is.</summary>
    public static string? Violation(SecureString password, string userName)
        => Violation(password, [userName, new([.. userName.Reverse()])], Text.PasswordNameRule);

    private static string? Violation(SecureString password, string[] forbidden, string forbiddenRule)
    {
        char[] characters = Reveal(password);
        try
        {
            if (characters.Length is < Shortest or > Longest)
                return Text.PasswordLengthRule;
            if (characters[0] == '-')
                return Text.PasswordHyphenRule;
            if (Kinds(characters) < KindsNeeded)
                return Text.PasswordKindsRule;
            return Array.Exists(forbidden, text => characters.AsSpan().SequenceEqual(text.AsSpan())) ? forbiddenRule : null;
        }
        finally
        {
            Array.Clear(characters, 0, characters.Length);
        }
    }

    /// <summary>Counts the kinds of characters used: lowercase, uppercase, digits, everything else.</summary>
    private static int Kinds(char[] characters)
        => characters
            .Select(character => character switch
            {
                >= 'a' and <= 'z' => 0,
                >= 'A' and <= 'Z' => 1,
                >= '0' and <= '9' => 2,
                _ => 3,
            })
            .Distinct()
            .Count();

    private static char[] Reveal(SecureString password)
    {
        IntPtr memory = Marshal.SecureStringToGlobalAllocUnicode(password);
        try
        {
            char[] characters = new char[password.Length];
            Marshal.Copy(memory, characters, 0, characters.Length);
            return characters;
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(memory);
        }
    }
}

using System.Runtime.InteropServices;
using System.Security;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>The password rules of 5.1.1 and 5.7.2, checked before anything is sent and without ever repeating the password.</summary>
internal static class PasswordRule
{
    private const int Shortest = 8;
    private const int Longest = 32;
    private const int KindsNeeded = 3;

    /// <summary>The rule that is broken; null when none is.</summary>
    public static string? Violation(SecureString password, string userName)
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
            return Is(characters, userName) || Is(characters, new string([.. userName.Reverse()])) ? Text.PasswordNameRule : null;
        }
        finally
        {
            Array.Clear(characters, 0, characters.Length);
        }
    }

    /// <summary>How many of the four kinds: lowercase, uppercase, digits, everything else.</summary>
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

    private static bool Is(char[] characters, string name) => characters.AsSpan().SequenceEqual(name.AsSpan());

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

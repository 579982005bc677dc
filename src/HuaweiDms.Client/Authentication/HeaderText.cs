namespace HuaweiDms.Authentication;

/// <summary>Checks that a text can be sent in a header: printable ASCII without spaces. A line break would start another header.</summary>
internal static class HeaderText
{
    /// <exception cref="DmsException">The text is empty or contains other characters.</exception>
    public static string Checked(string parameterName, string text)
    {
        if (string.IsNullOrEmpty(text))
            throw DmsErrors.EmptySecret(parameterName);
        foreach (char letter in text)
        {
            // A comma ends the access key within the Authorization header.
            if (letter is <= ' ' or > '~' or ',')
                throw DmsErrors.NotHeaderText(parameterName);
        }

        return text;
    }

    /// <exception cref="DmsException">The secret is empty or contains other characters; the error does not show it.</exception>
    public static Secret Checked(string parameterName, Secret secret)
    {
        if (secret is null || secret.Reveal().IsEmpty)
            throw DmsErrors.EmptySecret(parameterName);
        foreach (byte letter in secret.Reveal())
        {
            if (letter is <= (byte)' ' or > (byte)'~')
                throw DmsErrors.NotHeaderText(parameterName);
        }

        return secret;
    }
}

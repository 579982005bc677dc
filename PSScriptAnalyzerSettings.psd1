# How scripts of this repository are judged; editors find this file by themselves, tests/Pester/Style.Tests.ps1 holds to it.
@{
    ExcludeRules = @(
        # build.ps1, the help builder and the tour speak to a person; nobody reads their output.
        'PSAvoidUsingWriteHost'

        # Pester: what BeforeAll sets, It uses. The rule does not see across blocks.
        'PSUseDeclaredVarsMoreThanAssignments'

        # The first arguments of helpers a few lines further up, and names come first by position in the module too.
        'PSAvoidUsingPositionalParameters'

        # Helpers that build an element or start a fixture change nothing that -WhatIf could be asked about.
        'PSUseShouldProcessForStateChangingFunctions'

        # Blocks that are handed on use the parameters of those around them, which the rule does not see.
        'PSReviewUnusedParameter'

        # It takes Ours for a plural. The nouns of the cmdlets are held by a test of their own.
        'PSUseSingularNouns'

        # UTF-8 without a mark, as .editorconfig has it. What Windows PowerShell reads is ASCII, which a test sees to.
        'PSUseBOMForUnicodeEncodedFile'
    )
}

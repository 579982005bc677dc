# The PSScriptAnalyzer settings of this repository. Editors find this file on their own; tests/Pester/Style.Tests.ps1 uses it.
@{
    ExcludeRules = @(
        # build.ps1, the help builder and the tours write for a person; no script uses their output.
        'PSAvoidUsingWriteHost'

        # Pester: It blocks use variables that BeforeAll sets. The rule does not see this.
        'PSUseDeclaredVarsMoreThanAssignments'

        # Calls of helpers in the same file, and names at position 0 of the module's cmdlets, are clear without parameter names.
        'PSAvoidUsingPositionalParameters'

        # Helpers that build an element or start a fixture change nothing that -WhatIf would cover.
        'PSUseShouldProcessForStateChangingFunctions'

        # Script blocks that are passed on use the parameters of the enclosing function. The rule does not see this.
        'PSReviewUnusedParameter'

        # The rule treats Ours as a plural. A separate test checks the nouns of the cmdlets.
        'PSUseSingularNouns'

        # UTF-8 without a byte order mark, as in .editorconfig. A test checks that files for Windows PowerShell are ASCII.
        'PSUseBOMForUnicodeEncodedFile'
    )
}

#!/usr/bin/env bash
# Runs build.ps1 with the PowerShell on PATH, or with one restored as a .NET tool. Without PowerShell, `build`, `test` and `demo` do
# what is possible and report what they skipped.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
task="${1:-build}"
[ $# -gt 0 ] && shift

if command -v pwsh >/dev/null 2>&1; then
    exec pwsh -NoProfile -NonInteractive -File build.ps1 -Task "$task" "$@"
fi
if dotnet tool restore >/dev/null 2>&1 && home="$(dotnet pwsh -NoProfile -Command '$PSHOME' 2>/dev/null)"; then
    # A .NET tool runs inside dotnet, and build.ps1 could not start itself again. Use the pwsh program in the same folder instead.
    [ -x "$home/pwsh" ] || chmod +x "$home/pwsh"
    export PATH="$home:$PATH"
    export DOTNET_ROOT="${DOTNET_ROOT:-$(dirname "$(readlink -f "$(command -v dotnet)")")}"
    exec pwsh -NoProfile -NonInteractive -File build.ps1 -Task "$task" "$@"
fi

# The bash of macOS cannot convert to lower case.
case "$(printf %s "$task" | tr '[:upper:]' '[:lower:]')" in
    build)
        exec dotnet build HuaweiDms.slnx --configuration Release
        ;;
    demo)
        echo 'NO POWERSHELL: running the tour with the client library instead of the cmdlets.'
        exec dotnet run --project samples/Tour --configuration Release
        ;;
    test)
        dotnet build HuaweiDms.slnx --configuration Release
        log="$(mktemp)"
        status=0
        # Set the language to English so that the counts can be parsed on any machine.
        DOTNET_CLI_UI_LANGUAGE=en dotnet test --solution HuaweiDms.slnx --configuration Release --no-build 2>&1 | tee "$log" || status=$?
        count() { sed -n "s/^ *$1: *\([0-9]*\).*/\1/p" "$log" | tail -n 1; }
        echo '!!! NOT RUN: the Pester suites, because PowerShell is not available. This run does not test the cmdlets on a real PowerShell. !!!'
        echo "$(count succeeded) passed, $(count failed) failed, $(count skipped) skipped"
        exit "$status"
        ;;
    *)
        echo "The task '$task' needs PowerShell 7.4 or newer on PATH." >&2
        exit 2
        ;;
esac

#!/usr/bin/env bash
# One door for those without PowerShell at hand: finds it and hands over to build.ps1. Where none can be had, `test` and
# `demo` do what can be done without it, and say what they left out.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
task="${1:-build}"
[ $# -gt 0 ] && shift

if command -v pwsh >/dev/null 2>&1; then
    exec pwsh -NoProfile -NonInteractive -File build.ps1 -Task "$task" "$@"
fi
if dotnet tool restore >/dev/null 2>&1 && home="$(dotnet pwsh -NoProfile -Command '$PSHOME' 2>/dev/null)"; then
    # As a .NET tool it runs inside dotnet; the program beside it runs by itself, and finds itself again for runs of its own.
    [ -x "$home/pwsh" ] || chmod +x "$home/pwsh"
    export PATH="$home:$PATH"
    export DOTNET_ROOT="${DOTNET_ROOT:-$(dirname "$(readlink -f "$(command -v dotnet)")")}"
    exec pwsh -NoProfile -NonInteractive -File build.ps1 -Task "$task" "$@"
fi

# macOS has a bash that cannot lower a text by itself.
case "$(printf %s "$task" | tr '[:upper:]' '[:lower:]')" in
    build)
        exec dotnet build HuaweiDms.slnx --configuration Release
        ;;
    demo)
        echo 'NO POWERSHELL: telling the story through the client library instead of the cmdlets.'
        exec dotnet run --project samples/Tour --configuration Release
        ;;
    test)
        dotnet build HuaweiDms.slnx --configuration Release
        log="$(mktemp)"
        status=0
        # The counts are looked for in English, whatever this machine speaks.
        DOTNET_CLI_UI_LANGUAGE=en dotnet test --solution HuaweiDms.slnx --configuration Release --no-build 2>&1 | tee "$log" || status=$?
        count() { sed -n "s/^ *$1: *\([0-9]*\).*/\1/p" "$log" | tail -n 1; }
        echo '!!! NOT RUN: the Pester suites, because no PowerShell could be had. Every cmdlet is untested on a real PowerShell in this run. !!!'
        echo "$(count succeeded) passed, $(count failed) failed, $(count skipped) skipped"
        exit "$status"
        ;;
    *)
        echo "The task '$task' needs PowerShell 7.4 or newer on PATH." >&2
        exit 2
        ;;
esac

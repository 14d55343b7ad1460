import ArgumentParser

/// The scripts that shells complete with: those of the parser of arguments, with names quoted where the
/// shell would take a part of them for code.
enum CompletionScript {
  /// Whether one is what was asked for.
  static func isAsked(by arguments: [String]) -> Bool {
    arguments.contains { $0.hasPrefix("--generate-completion-script") }
  }

  /// The parser's script, made safe.
  static func quoting(_ script: String) -> String {
    if script.hasPrefix("#!/bin/bash") { return script + "\n" + bash }
    // Without it zsh inserts `!` unquoted, which the line editor then takes for an older command.
    return script.replacing("unsetopt aliases banghist", with: "unsetopt aliases")
  }

  /// Takes the place of a function of the parser's script. Bash quotes what it inserts like file names,
  /// and leaves `$`, backquotes and `~` as they are.
  private static let bash = #"""
    __souschef_add_completions() {
        local completion
        while IFS='' read -r completion; do
            [[ "${1}" != -W ]] || __souschef_quote
            COMPREPLY+=("${completion}")
        done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
        if [[ "${1}" = -W ]]; then
            compopt +o filenames 2>/dev/null
        fi
    }

    # Quotes ${completion} by the quotation mark that the word begins with, if any.
    __souschef_quote() {
        case "${COMP_WORDS[${COMP_CWORD}]}" in
        \"*)
            completion="${completion//\\/\\\\}"
            completion="${completion//\"/\\\"}"
            completion="${completion//\$/\\\$}"
            completion="${completion//\`/\\\`}"
            ;;
        \'*)
            completion="${completion//\'/\'\\\'\'}"
            ;;
        *)
            printf -v completion %q "${completion}"
            ;;
        esac
    }
    """#
}

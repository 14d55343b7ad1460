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
      .replacing(zshCompleting, with: zshCompletingNames)
  }

  /// How the parser's script for zsh hands over what the program offers.
  private static let zshCompleting = """
        completions=("${(@f)"$("${command_name}" "${@}" "${command_line[@]}")"}")
        if [[ "${#completions[@]}" -gt 1 ]]; then
            __souschef_complete "${completions[@]:0:-1}"
        fi
    """

  /// The same for names: the program has chosen them, whatever the case, so that zsh need not match
  /// them with what was typed (`-U`). What ends in `=` wants its value behind it.
  private static let zshCompletingNames = """
        completions=("${(@f)"$("${command_name}" "${@}" "${command_line[@]}")"}")
        if [[ "${#completions[@]}" -gt 1 ]]; then
            local -a names=("${(@)${(@)completions[1,-2]//\\\\:/:}//\\\\\\\\/\\\\}")
            if [[ "${names[1]}" = *= ]]; then
                compadd -U -S '' -- "${names[@]}"
            else
                compadd -U -- "${names[@]}"
            fi
        fi
    """

  /// Takes the place of a function of the parser's script. Bash quotes what it inserts like file names,
  /// and leaves `$`, backquotes and `~` as they are.
  private static let bash = #"""
    __souschef_add_completions() {
        local completion typed="${cur}"
        # The program has chosen names, whatever their case: they come in quotes.
        [[ "${1}" != -W || "${2}" != \'* ]] || typed=''
        while IFS='' read -r completion; do
            [[ "${completion}" != *= ]] || compopt -o nospace 2>/dev/null
            [[ "${1}" != -W ]] || __souschef_quote
            COMPREPLY+=("${completion}")
        done < <(IFS=$'\n' compgen "${@}" -- "${typed}")
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

/// The scripts that teach a shell to complete `kdeck`. They are short: each tab asks the program itself, so that they never
/// differ from the command table.
enum CompletionScript {
    static let shells = ["bash", "zsh", "fish"]

    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        try StandardOutput.put(try text(invocation.operands[0]))
    }

    static func text(_ shell: String) throws(Failure) -> String {
        switch shell {
        case "bash": return bash
        case "zsh": return zsh
        case "fish": return fish
        default: throw .unknownWord(shell, of: "SHELL", among: shells)
        }
    }

    private static let bash = """
        # eval "$(kdeck completion bash)"
        _kdeck() {
            local line words
            COMPREPLY=()
            # Names may hold colons and options equal signs; the word under the cursor is taken from the line itself.
            read -ra words <<< "${COMP_LINE:0:COMP_POINT}"
            [[ "${COMP_LINE:0:COMP_POINT}" == *" " ]] && words+=("")
            local current="${words[-1]}" cut="" mark
            for mark in : =; do
                [[ "$current" == *"$mark"* && "$COMP_WORDBREAKS" == *"$mark"* ]] || continue
                line="${current%"${current##*"$mark"}"}"
                (( ${#line} > ${#cut} )) && cut="$line"
            done
            while IFS= read -r line; do
                line="${line%%$'\\t'*}"
                if [[ "$line" == ":files" ]]; then
                    compopt -o default 2>/dev/null
                    return
                fi
                [[ "$line" == *= ]] && compopt -o nospace 2>/dev/null
                COMPREPLY+=("$(printf '%q' "${line#"$cut"}")")
            done < <(command kdeck __complete "${words[@]:1}" 2>/dev/null)
        }
        complete -F _kdeck kdeck

        """

    private static let zsh = """
        #compdef kdeck
        # eval "$(kdeck completion zsh)", after compinit
        _kdeck() {
            local line word
            local -a found suffix
            for line in "${(@f)$(command kdeck __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
                [[ -z "$line" ]] && continue
                if [[ "$line" == ":files" ]]; then
                    _files
                    return
                fi
                word="${line%%$'\\t'*}"
                [[ "$word" == *= ]] && suffix=(-S '')
                found+=("${word//:/\\\\:}${${line#"$word"}/$'\\t'/:}")
            done
            _describe 'kdeck' found "${(@)suffix}"
        }
        compdef _kdeck kdeck

        """

    private static let fish = """
        # kdeck completion fish | source
        function __kdeck_complete
            set -l words (commandline -opc) (commandline -ct)
            for line in (command kdeck __complete $words[2..-1] 2>/dev/null)
                if test "$line" = ":files"
                    __fish_complete_path (commandline -ct)
                else
                    echo $line
                end
            end
        end
        complete -c kdeck -f -a '(__kdeck_complete)'

        """
}

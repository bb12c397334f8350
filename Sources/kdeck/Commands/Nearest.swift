import Bytes
import Terminal

/// The name that was probably meant by a word that is none.
enum Nearest {
    /// The name most like the word: the same but for case or the order of its letters, one slip in three letters away and
    /// two at most, or the only one that begins so.
    static func to(_ word: String, among names: [String]) -> String? {
        guard !word.isEmpty else { return nil }
        let low = word.lowercased()
        let near = names.map { (name: $0, distance: EditDistance.between($0.lowercased(), low)) }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
        if let near {
            let isSwapped = near.name.lowercased().sorted() == low.sorted()
            if near.distance <= min(2, isSwapped ? 2 : word.utf8.count / 3) { return near.name }
        }
        let longer = names.filter { $0.lowercased().hasPrefix(low) }
        return longer.count == 1 ? longer[0] : nil
    }

    /// ` did you mean 'orders'?`, or nothing.
    static func hint(_ word: String, among names: [String]) -> String {
        to(word, among: names).map { " did you mean '\(Sanitizer.visible($0))'?" } ?? ""
    }
}

extension Failure {
    /// The argument of an option that takes one of a few words.
    /// - Parameter list: what lists them, where they are many.
    static func unknownWord(
        _ word: String, of option: String, among words: [String], list: String? = nil
    ) -> Failure {
        .usage(
            "\(option) '\(Sanitizer.visible(word))' is unknown here;\(Nearest.hint(word, among: words)) "
                + (list.map { "`\($0)` lists them" } ?? "give one of \(words.joined(separator: ", "))"))
    }
}

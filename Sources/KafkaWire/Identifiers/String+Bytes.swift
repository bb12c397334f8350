import Glibc

extension String {
    /// True when both have the same UTF-8 bytes. `==` would also take canonically equivalent texts for equal.
    @inlinable
    func hasSameBytes(as other: String) -> Bool {
        let count: Int = utf8.count
        guard count == other.utf8.count else { return false }
        let same: Bool?? = utf8.withContiguousStorageIfAvailable { a in
            other.utf8.withContiguousStorageIfAvailable { b in
                count == 0 || memcmp(a.baseAddress!, b.baseAddress!, count) == 0
            }
        }
        if let same, let same { return same }
        return utf8.elementsEqual(other.utf8)
    }
}

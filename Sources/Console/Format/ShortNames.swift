import KafkaWire
import Terminal

extension TopicPartition {
    /// `orders-12` within `columns`: where it has to be cut, the topic's name is, and the partition stays.
    func short(_ columns: Int) -> String {
        let whole = description
        guard TextWidth.of(whole) > columns else { return whole }
        let number = "-\(partition)"
        let room = columns - TextWidth.of(number)
        return room > 3 ? TextWidth.truncate(topic.rawValue, to: room) + number : whole
    }
}

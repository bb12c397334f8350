import KafkaWire
import Terminal

extension ConsoleState {
    /// Looks a key up: what floats above first, then the pane's own keys, then those of the frame.
    mutating func press(_ key: Key) -> [Effect] {
        // What was wrong is over with the next key; what was done stays a while.
        if let notice, notice.kind == .bad || notice.kind == .warn, notice.isSeen(at: now) { hush() }
        if let roomNeeded { return press(key, unseen: roomNeeded) }
        if let overlay { return press(key, on: overlay) }
        if key.name == "esc" {
            if top.pane.escape(in: context) { return [] }
            if frozen != nil {
                frozen = nil
                return []
            }
            if let actions = top.pane.leave(in: context) { return perform(actions) }
            return leave(by: .back)
        }
        if isConnecting, keys.frameCommand(of: key) == nil { return [] }
        if !isConnecting, let actions = top.pane.press(key, in: context) { return perform(actions) }
        if let digit = key.text?.wholeNumberValue, digit >= 1, digit <= tabs.count { return show(tab: digit - 1) }
        if let command = keys.frameCommand(of: key) { return run(command) }
        return []
    }

    /// Takes a key while the terminal is too small to show what it would do: the way out is left, to where there is room or
    /// out of the program; not when that would drop something armed, since there is no room to ask.
    private mutating func press(_ key: Key, unseen needed: (width: Int, height: Int)) -> [Effect] {
        if needed == Self.smallestForChanges {
            if isQuestion, key.name == "esc" || key.name == "ctrl-c" { overlay = nil }
            if !isQuestion, key.name == "esc", armed == nil { return leave(by: .back) }
            return []
        }
        let isQuit = key.name == "ctrl-c" || keys.frameCommand(of: key) == .quit
        return isQuit && armed == nil ? [.quit] : []
    }

    mutating func run(_ command: FrameCommand) -> [Effect] {
        switch command {
        case .command: overlay = .palette(Palette())
        case .help: overlay = .help(scroll: 0)
        case .explain:
            var explanation =
                top.pane.explain(in: context) ?? Explanation(title: type(of: top.pane).name, lines: [])
            explanation.columns = top.pane.columnMeanings(in: context).filter { !$0.title.isEmpty }
            if explanation.lines.isEmpty, explanation.columns.isEmpty {
                say(Notice(.info, "nothing to explain here yet"))
            } else {
                overlay = .explanation(explanation, scroll: 0)
            }
        case .columns: overlay = .explanation(columnExplanation, scroll: 0)
        case .freeze: frozen = frozen == nil ? view : nil
        case .back: return leave(by: .back)
        case .unlock: return lockOrUnlock()
        case .attach:
            if console.contexts.isEmpty {
                say(Notice(.info, "there are no other contexts; `kdeck contexts add NAME -b HOST:PORT` makes one"))
            } else {
                overlay = .dialog(ContextDialog(console.contexts))
            }
        case .quit: return leave(by: .quit)
        case .suspend:
            guard console.isSandbox else { return [.suspend] }
            say(Notice(.warn, "the Kafka in here would stand still for its clients: use another terminal"))
        case .faults: say(Notice(.info, "there is no table here to narrow; Z suspends to the shell"))
        case .redraw: return [.redraw]
        case .up: top.pane.move(.rows(-1), in: context)
        case .down: top.pane.move(.rows(1), in: context)
        case .pageUp: top.pane.move(.pages(-1), in: context)
        case .pageDown: top.pane.move(.pages(1), in: context)
        case .first: top.pane.move(.first, in: context)
        case .last: top.pane.move(.last, in: context)
        case .nextPane: return show(tab: (activeTab + 1) % tabs.count)
        }
        return []
    }

    /// Shows another tab; showing the present one again goes back to its root.
    mutating func show(tab: Int) -> [Effect] {
        frozen = nil
        if tab != activeTab {
            activeTab = tab
            return openTop()
        }
        return leave(by: .root)
    }

    private mutating func lockOrUnlock() -> [Effect] {
        guard console.isReadOnly else {
            say(Notice(.info, "nothing is locked here: changes are allowed"))
            return []
        }
        if isUnlocked {
            unlockedUntil = nil
            say(Notice(.good, "changes are locked again"))
            return [.lock]
        }
        overlay = .dialog(UnlockDialog(in: context))
        return []
    }

    private var columnExplanation: Explanation {
        let (all, hidden) = top.pane.columnNames(in: context)
        guard !all.isEmpty else { return Explanation(title: "columns", lines: ["This pane has no table."]) }
        var lines = ["shown   " + all.filter { !hidden.contains($0) }.joined(separator: "   ")]
        if hidden.isEmpty {
            lines.append("Every column fits.")
        } else {
            lines.append("hidden  " + hidden.joined(separator: "   "))
            lines.append("They come when the window is wider: a column is shown whole or not at all.")
        }
        let keys = type(of: top.pane).sortKeys
        if !keys.isEmpty {
            lines.append("sort    " + keys.map { "\($0.letter) \($0.words.dropFirst(8))" }.joined(separator: "   "))
        }
        return Explanation(title: "columns", lines: lines)
    }

    private mutating func press(_ key: Key, on overlay: Overlay) -> [Effect] {
        if key.name == "ctrl-c" || key.name == "esc" {
            self.overlay = nil
            return []
        }
        switch overlay {
        case .palette(var palette):
            let chosen = palette.handle(key)
            self.overlay = .palette(palette)
            guard let chosen else { return [] }
            self.overlay = nil
            return run(chosen)
        case .help(let scroll):
            self.overlay = Self.scrolled(scroll, by: key).map { .help(scroll: $0) }
            return []
        case .explanation(let explanation, let scroll):
            self.overlay = Self.scrolled(scroll, by: key).map {
                .explanation(explanation, scroll: min($0, explanation.overflow(in: paneFrame)))
            }
            return []
        case .dialog(var dialog):
            let outcome = dialog.handle(key, in: context)
            self.overlay = .dialog(dialog)
            return finish(outcome)
        }
    }

    /// Where a text is scrolled to; nil when the key leaves it.
    private static func scrolled(_ scroll: Int, by key: Key) -> Int? {
        switch key.name {
        case "down", "j": scroll + 1
        case "up", "k": max(0, scroll - 1)
        case "pgdn", "space": scroll + 10
        case "pgup": max(0, scroll - 10)
        default: nil
        }
    }

    /// Runs what was chosen in the palette.
    mutating func run(_ choice: PaletteChoice) -> [Effect] {
        switch choice.action {
        case .tab(let index): return show(tab: index)
        case .pane(let command): return perform(top.pane.run(command, in: context) ?? [])
        case .frame(let command): return run(command)
        case .theme: return choice.argument.isEmpty ? [] : [.useTheme(choice.argument)]
        case .records:
            guard let make = PaneCatalog.records, !choice.argument.isEmpty else { return [] }
            let topic = TopicName(choice.argument)
            guard view.topic(topic) != nil else {
                say(Notice(.bad, "no topic \(topic): looking never creates one"))
                return []
            }
            activeTab = 0
            var effects: [Effect] = []
            while tabs[0].panes.count > 1 { effects += closeTop() }
            return effects + perform([.open(make(topic, nil))])
        }
    }

    mutating func paste(_ text: String) -> [Effect] {
        if roomNeeded != nil { return [] }
        switch overlay {
        case .palette(var palette):
            palette.paste(text)
            overlay = .palette(palette)
        case .dialog(var dialog):
            dialog.paste(text, in: context)
            overlay = .dialog(dialog)
        case .help, .explanation: break
        case nil: return perform(top.pane.paste(text, in: context))
        }
        return []
    }

    mutating func mouse(_ mouse: Mouse) -> [Effect] {
        if roomNeeded != nil { return [] }
        switch mouse.action {
        case .wheelUp, .wheelDown:
            let rows = mouse.action == .wheelUp ? -3 : 3
            if case .help(let scroll) = overlay {
                overlay = .help(scroll: max(0, scroll + rows))
            } else if case .explanation(let explanation, let scroll) = overlay {
                let most = explanation.overflow(in: paneFrame)
                overlay = .explanation(explanation, scroll: min(max(0, scroll + rows), most))
            } else if overlay == nil {
                top.pane.move(.rows(rows), in: context)
            }
        case .press(.left):
            if case .help = overlay { overlay = nil }
            if case .explanation = overlay { overlay = nil }
            guard overlay == nil else { return [] }
            if mouse.y == 1, let tab = TabRow.tab(at: mouse.x, in: self) { return show(tab: tab) }
            if mouse.y == size.height - 1, let key = Foot.key(at: mouse.x, in: self) { return press(key) }
            let frame = paneFrame
            if frame.contains(mouse.x, mouse.y),
                top.pane.click(x: mouse.x - frame.x, y: mouse.y - frame.y, in: context)
            {
                return press(Key(.enter))
            }
        default: break
        }
        return []
    }
}

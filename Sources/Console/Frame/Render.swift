import Terminal

/// The whole screen for a state. A pure function: the same state gives the same cells.
func render(_ state: ConsoleState) -> CellGrid {
    var grid = CellGrid(width: state.size.width, height: state.size.height, spellsKeys: state.isASCII)
    if let needed = state.roomNeeded {
        grid.drawTooSmall(state, needed)
        return grid
    }
    grid.draw(in: grid.bounds) { area in
        Head.draw(state, on: &area)
        TabRow.draw(state, on: &area)
        let context = state.context
        let pane = state.top.pane
        area.draw(in: state.paneFrame) { inner in
            if state.isConnecting {
                LadderView.draw(state, on: &inner)
            } else {
                pane.draw(on: &inner, in: context)
            }
            if !state.isConnecting, state.view.metadata.failingSince != nil || state.frozen != nil { inner.dimAll() }
            if state.isQuestion { inner.fade() }
            switch state.overlay {
            case .palette(let palette): palette.draw(on: &inner)
            case .help(let scroll): HelpSheet.draw(state, scroll: scroll, on: &inner)
            case .explanation(let explanation, let scroll): explanation.draw(on: &inner, scroll: scroll)
            case .dialog(let dialog): dialog.draw(on: &inner, in: context)
            case nil: break
            }
        }
        Foot.draw(state, on: &area)
    }
    return grid
}

extension ConsoleState {
    /// Where the text cursor stands on the screen; nil hides it.
    var cursor: (x: Int, y: Int)? {
        if roomNeeded != nil { return nil }
        let place: (x: Int, y: Int)?
        switch overlay {
        case .palette(let palette): place = palette.cursor(in: paneFrame)
        case .help, .explanation: place = nil
        case .dialog(let dialog): place = dialog.cursor(in: context)
        case nil: place = top.pane.cursor(in: context)
        }
        guard let place else { return nil }
        return (place.x + paneFrame.x, place.y + paneFrame.y)
    }
}

extension CellGrid {
    /// What is shown where nothing can be read: how large it is, how large it has to be, and the one key that works. Short
    /// lines, the first of them first, since there is hardly room.
    fileprivate mutating func drawTooSmall(_ state: ConsoleState, _ needed: (width: Int, height: Int)) {
        let isChange = needed == ConsoleState.smallestForChanges
        var lines = [
            ("too small\(isChange ? " to change something" : ""): \(width) x \(height)", Role.warn),
            ("needs \(needed.width) x \(needed.height)", .text),
        ]
        lines.append(
            state.armed == nil || state.isQuestion && isChange
                ? (isChange ? "esc leaves it" : "q quits", .dim) : ("a reset is armed", .warn))
        if height == 1 { lines = [("too small, needs \(needed.width) x \(needed.height)", .warn)] }
        for (y, line) in lines.enumerated() where y < height { put(line.0, x: 0, y: y, style: line.1) }
    }
}

extension GridArea {
    /// What lies behind a question: there, but nothing to read now.
    mutating func fade() {
        restyle(Rect(x: 0, y: 0, width: width, height: height)) { Style(.faint, on: $0.ground) }
    }

    /// Old data: what was bright becomes dim, states keep their colours.
    mutating func dimAll() {
        restyle(Rect(x: 0, y: 0, width: width, height: height)) { style in
            switch style.role {
            case .text, .strong, .key, .number, .string, .fresh: Style(.dim, on: style.ground, style.attributes)
            default: style
            }
        }
    }
}

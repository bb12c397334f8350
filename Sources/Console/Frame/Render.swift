import Terminal

/// The whole screen for a state. A pure function: the same state gives the same cells.
func render(_ state: ConsoleState) -> CellGrid {
    var grid = CellGrid(width: state.size.width, height: state.size.height)
    guard grid.height >= 6, grid.width >= 30 else {
        grid.put("kdeck needs a little more room", x: 0, y: 0, style: .warn)
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

extension GridArea {
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

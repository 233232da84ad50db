//! The readable page (being written).

/// Renders the description `json` as HTML without script or inline style.
pub(crate) fn render(json: &str) -> String {
    format!("<!doctype html><pre>{json}</pre>")
}

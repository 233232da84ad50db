//! What a room may do over any message, whoever made it: mutants and the targets of cargo-fuzz are judged by it.

use samenspel::realtime::Close;
use serde_json::Value;

use crate::anatomy::Update;
use crate::honest;
use crate::messages::read_presence;

/// Whether this is how the sender of what is not taken is sent away.
pub fn is_a_refusal(close: &Close) -> bool {
    close.code == 4422 && close.reason.len() <= 123
}

/// What is wrong with a frame that the room sent, over a message that changed the document or did not.
pub fn problem_with(frame: &[u8], has_changed: bool) -> Option<&'static str> {
    if !has_changed && frame.starts_with(&[0, 2]) {
        return Some("somebody was sent an update");
    }
    unreadable(frame)
}

/// What is wrong with a frame of the room's own.
fn unreadable(frame: &[u8]) -> Option<&'static str> {
    if let Some(update) = honest::update_in(frame) {
        return Update::read(update).is_none().then_some("an update was sent that cannot be read");
    }
    let entries = read_presence(honest::presence_in(frame)?);
    let Some(entries) = entries else { return Some("presence was sent that cannot be read") };
    for (_, _, state) in entries {
        let state: Option<Value> = serde_json::from_slice(&state).ok();
        let is_stamped = state.is_some_and(|state| state.is_null() || state["user"]["id"].is_string());
        if !is_stamped {
            return Some("presence was sent without the name of its owner");
        }
    }
    None
}

//! What a fuzz target does with its bytes: a room hears them, and is looked at as after any mutant.

use std::sync::LazyLock;

use bytes::Bytes;
use samenspel::realtime::trial::{Outcome, Trial};

use crate::anatomy::is_same_document;
use crate::honest::{self, Session, account};
use crate::judge;
use crate::messages::{Kind, presence, sync};
use crate::writer;

static SESSIONS: LazyLock<Vec<Session>> = LazyLock::new(honest::sessions);

/// Lets a room hear `data` as a message of this kind: two bytes say which room of the corpus and who sends it, the
/// rest is the message.
///
/// # Panics
/// When the room is harmed.
pub fn hear(kind: Kind, data: &[u8]) {
    let Some(([room, sender], message)) = data.split_first_chunk() else { return };
    let (room, sender) = (usize::from(*room), usize::from(*sender));
    let frame = Bytes::from(match kind {
        Kind::Frames => message.to_vec(),
        Kind::Updates => sync(1 + (sender as u64 & 1), message),
        Kind::StateVectors => sync(0, message),
        Kind::Awareness => presence(message),
    });
    let session = &SESSIONS[room % SESSIONS.len()];
    let moment = (room / SESSIONS.len() + 1) * session.frames.len() / 16;
    let log = session.log_before(moment.min(session.frames.len() - 1));
    let mut trial = Trial::open(session.kind.vocabulary(), log).expect("honest");
    let people: [_; honest::PEOPLE] = std::array::from_fn(|who| trial.join(account(who)));
    let before = trial.state().expect("honest");
    let rows = trial.log().len();
    trial.said();
    let outcome = trial.hear(people[sender / 2 % people.len()], frame);
    let after = trial.state().expect("the document can be encoded");
    assert_eq!(trial.reloads(), 0, "nothing that was let through may spoil the document");
    let is_refused = matches!(&outcome, Outcome::Closed(close) if judge::is_a_refusal(close));
    assert!(is_refused || !matches!(outcome, Outcome::Closed(_)), "{outcome:?}");
    assert!(trial.sent_away().count() <= usize::from(is_refused), "nobody else is sent away");
    let has_changed = trial.log().len() > rows;
    for (_, frame) in trial.said() {
        assert_eq!(judge::problem_with(&frame, has_changed), None);
    }
    if outcome == Outcome::Taken && has_changed {
        for next in [trial.after_restart(), trial.after_snapshot()] {
            let next = next.expect("whoever comes next can come in");
            assert!(is_same_document(&next, &after), "whoever comes next has the same document");
        }
        writer::read_everything(trial.doc());
    } else {
        assert!(is_same_document(&before, &after), "nothing changed");
    }
}

/// The honest messages of a kind, as a fuzz target is given them: where it starts from.
pub fn starts(kind: Kind) -> Vec<Vec<u8>> {
    let mut starts = Vec::new();
    for (room, session) in SESSIONS.iter().enumerate() {
        for spoken in session.frames.iter().skip(session.frames.len() / 16).take(12) {
            let payload = match kind {
                Kind::Frames => Some(&spoken.frame[..]),
                Kind::Updates => honest::update_in(&spoken.frame),
                Kind::StateVectors => honest::question_in(&spoken.frame),
                Kind::Awareness => honest::presence_in(&spoken.frame),
            };
            if let (Some(payload), Ok(room), Ok(who)) = (payload, u8::try_from(room), u8::try_from(spoken.who)) {
                starts.push([&[room, who * 2], payload].concat());
            }
        }
    }
    starts
}

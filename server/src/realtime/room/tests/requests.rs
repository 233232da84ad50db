//! Writes without a connection: the same rules, and an answer instead of a close code.

use bytes::Bytes;
use tokio::sync::oneshot::{self, Receiver};
use uuid::Uuid;

use super::scene::{Scene, Writer};
use crate::realtime::answer::WriteError;
use crate::realtime::log::{Appended, StoreError};
use crate::realtime::protocol;
use crate::realtime::room::{Effect, Input};

type Answered = Receiver<Result<i64, WriteError>>;

fn request(scene: &mut Scene, author: u128, update: Bytes) -> Answered {
    let (answer, answered) = oneshot::channel();
    scene.handle(Input::Write { author: Uuid::from_u128(author), update, answer });
    answered
}

/// Lets the log answer this instead of what was asked of it.
fn log_answers(scene: &mut Scene, outcome: Result<Appended, StoreError>) {
    scene.errand = None;
    scene.handle(Input::Appended(outcome));
}

#[test]
fn a_request_is_answered_only_when_it_is_in_the_log_and_shown_to_everybody() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    let update = Writer::new(7).types("ham");
    let mut answered = request(&mut scene, 1, update.clone());
    assert!(matches!(scene.errand, Some(Effect::Append { after: 0, .. })));
    assert!(answered.try_recv().is_err());
    assert!(!scene.hears(1, &protocol::update(&update)));
    scene.settle();
    assert_eq!(answered.try_recv(), Ok(Ok(1)));
    let heard = scene.heard(1);
    assert!(heard.contains(&protocol::update(&update)), "also its author, who is here as well");
    assert!(!heard.contains(&protocol::saved(1)), "it was not a message of this connection");
    assert_eq!(scene.log[0].author, Uuid::from_u128(1));
}

#[test]
fn requests_that_arrive_during_a_commit_go_together_with_everybody_elses_writes() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    scene.update(1, &Writer::new(1).types("a"));
    let mut first = request(&mut scene, 2, Writer::new(2).types("b"));
    let mut second = request(&mut scene, 3, Writer::new(3).types("c"));
    scene.update(1, &Writer::new(4).types("d"));
    scene.answer();
    assert!(first.try_recv().is_err(), "the room is busy with the next batch");
    scene.answer();
    assert_eq!((first.try_recv(), second.try_recv()), (Ok(Ok(4)), Ok(Ok(4))));
    assert_eq!(scene.stored_text().len(), 4);
    assert!(scene.hears(1, &protocol::saved(2)));
}

#[test]
fn a_request_that_changes_nothing_is_answered_without_a_row() {
    let mut scene = Scene::new();
    let update = Writer::new(7).types("ham");
    let mut first = request(&mut scene, 1, update.clone());
    scene.settle();
    let mut again = request(&mut scene, 1, update);
    assert!(scene.errand.is_none());
    assert_eq!((first.try_recv(), again.try_recv()), (Ok(Ok(1)), Ok(Ok(1))));
}

#[test]
fn a_request_that_cannot_be_accepted_hears_why_and_costs_nobody_anything() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    let mut bad = request(&mut scene, 2, Bytes::from_static(&[1, 2, 3]));
    let other = Writer::new(8);
    other.hears(&Writer::new(9).types("missing"));
    let mut hanging = request(&mut scene, 2, other.types("!"));
    scene.update(1, &Writer::new(1).types("good"));
    scene.settle();
    assert!(matches!(bad.try_recv(), Ok(Err(WriteError::Refused(_)))));
    assert!(matches!(hanging.try_recv(), Ok(Err(WriteError::Refused(_)))));
    assert_eq!(scene.stored_text(), "good");
    assert!(scene.closed.is_empty());
}

#[test]
fn who_may_not_write_any_more_is_told_so_and_the_others_writes_stay() {
    let mut scene = Scene::new();
    let mut removed = request(&mut scene, 1, Writer::new(1).types("first"));
    scene.settle();
    assert_eq!(removed.try_recv(), Ok(Ok(1)));
    scene.join(2, 2, true);
    let mut busy = request(&mut scene, 3, Writer::new(3).types("x"));
    let mut removed = request(&mut scene, 1, Writer::new(4).types("no"));
    scene.update(2, &Writer::new(2).types("yes"));
    scene.answer();
    assert_eq!(busy.try_recv(), Ok(Ok(2)));
    log_answers(&mut scene, Ok(Appended::Refused { authors: vec![Uuid::from_u128(1)] }));
    scene.settle();
    assert_eq!(removed.try_recv(), Ok(Err(WriteError::NotAllowed)));
    assert!(scene.stored_text().contains("yes") && !scene.stored_text().contains("no"));
    assert!(scene.closed.is_empty());
}

#[test]
fn a_request_survives_that_the_log_went_on_elsewhere() {
    let mut scene = Scene::new();
    let mut answered = request(&mut scene, 1, Writer::new(1).types("here"));
    let there = super::Row { author: Uuid::from_u128(2), payload: Writer::new(2).types("there") };
    scene.log.push(there);
    log_answers(&mut scene, Ok(Appended::Conflict));
    scene.settle();
    assert_eq!(answered.try_recv(), Ok(Ok(2)));
    assert_eq!(scene.stored_text().len(), 9);
}

#[test]
fn when_the_board_is_gone_or_the_log_fails_whoever_waits_hears_it_too() {
    for (outcome, expected) in
        [(Ok(Appended::Gone), WriteError::Gone), (Err(StoreError("disk full".into())), WriteError::Busy)]
    {
        let mut scene = Scene::new();
        let mut committing = request(&mut scene, 1, Writer::new(1).types("a"));
        let mut waiting = request(&mut scene, 2, Writer::new(2).types("b"));
        log_answers(&mut scene, outcome);
        assert_eq!(committing.try_recv(), Ok(Err(expected.clone())));
        assert_eq!(waiting.try_recv(), Ok(Err(expected)));
        assert!(matches!(scene.errand, Some(Effect::GiveUp)));
    }
}

#[test]
fn a_request_holds_the_door_shut_as_long_as_it_waits() {
    let mut scene = Scene::new();
    let _first = request(&mut scene, 1, Writer::new(1).types("a"));
    let _second = request(&mut scene, 1, Writer::new(2).types("b"));
    assert!(scene.room.backlog() > 0);
    scene.settle();
    assert_eq!(scene.room.backlog(), 0);
}

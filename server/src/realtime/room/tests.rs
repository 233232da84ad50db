//! The rules, seen from outside the room: no sockets, no database, no sleep.

mod crowds;
mod requests;
mod scene;

use chrono::TimeDelta;

use self::scene::{Scene, Writer, text};
use super::*;
use uuid::Uuid;

use crate::realtime::log::{Row, StoreError};

#[test]
fn nobody_sees_an_edit_before_it_is_in_the_log() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    scene.join(2, 2, true);
    let update = Writer::new(1).types("ham");
    scene.update(1, &update);
    assert!(matches!(scene.errand, Some(Effect::Append { after: 0, .. })));
    assert!(!scene.hears(2, &protocol::update(&update)));
    assert!(!scene.hears(1, &protocol::saved(1)));
    scene.settle();
    assert!(scene.hears(2, &protocol::update(&update)));
    let own = scene.heard(1);
    assert!(own.contains(&protocol::saved(1)));
    assert!(!own.contains(&protocol::update(&update)), "who sent exactly this knows it");
}

#[test]
fn who_joins_while_a_batch_is_committed_is_sent_nothing_of_it_until_it_is() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    scene.update(1, &Writer::new(1).types("ham"));
    scene.join(2, 2, true);
    scene.frame(2, protocol::step_1(&[0]));
    assert_eq!(scene.heard(2), Vec::<Bytes>::new());
    scene.settle();
    let answer = scene.heard(2).into_iter().find_map(|frame| match protocol::read(&frame) {
        Ok(Message::Step2(update)) => Some(update),
        _ => None,
    });
    let reader = Writer::new(2);
    reader.hears(&answer.unwrap());
    assert_eq!(text(&reader.0), "ham");
}

#[test]
fn what_arrives_during_a_commit_goes_together_with_one_row_an_author() {
    let mut scene = Scene::new();
    for person in 1..=3 {
        scene.join(person, u128::from(person), true);
    }
    let writers: Vec<_> = (0..=3).map(Writer::new).collect();
    scene.update(1, &writers[1].types("a"));
    for _ in 0..5 {
        scene.update(2, &writers[2].types("b"));
        scene.update(3, &writers[3].types("c"));
    }
    scene.settle();
    assert_eq!(scene.log.len(), 3);
    assert_eq!(scene.stored_text().len(), 11);
    let reader = Writer::new(9);
    for frame in scene.heard(1) {
        if let Ok(Message::Update(update)) = protocol::read(&frame) {
            reader.hears(&update);
        }
    }
    assert_eq!(text(&reader.0).len(), 10, "the broadcast is the merge of both rows");
    assert!(scene.hears(2, &protocol::saved(5)));
}

#[test]
fn typing_before_the_first_step_2_is_neither_stored_nor_lost() {
    let mut scene = Scene::new();
    let writer = Writer::new(1);
    writer.types("offline ");
    scene.join(1, 1, true);
    scene.heard(1);
    scene.update(1, &writer.types("online"));
    scene.settle();
    assert_eq!(scene.log.len(), 0);
    let asked = scene.heard(1);
    assert!(asked.contains(&protocol::step_1(&[0])), "{asked:?}");
    assert!(!asked.contains(&protocol::saved(1)));
    scene.frame(1, protocol::step_2(&writer.everything()));
    scene.settle();
    assert_eq!(scene.stored_text(), "offline online");
    assert!(scene.hears(1, &protocol::saved(2)));
    assert!(scene.closed.is_empty());
}

#[test]
fn an_update_that_hangs_on_somebody_elses_missing_text_costs_the_others_nothing() {
    let mut scene = Scene::new();
    for person in 1..=2 {
        scene.join(person, u128::from(person), true);
    }
    let (offline, other, fine) = (Writer::new(1), Writer::new(2), Writer::new(3));
    other.hears(&offline.types("ab"));
    let hanging = other.types("c");
    scene.update(1, &fine.types("x"));
    scene.heard(2);
    scene.update(2, &hanging);
    scene.update(1, &fine.types("y"));
    scene.settle();
    assert_eq!(scene.stored_text(), "xy");
    let asked = scene.heard(2).iter().any(|frame| matches!(protocol::read(frame), Ok(Message::Step1(_))));
    assert!(asked);
    scene.frame(2, protocol::step_2(&other.everything()));
    scene.settle();
    assert_eq!(scene.stored_text().len(), 5);
    assert!(scene.closed.is_empty());
}

#[test]
fn a_step_2_that_still_hangs_closes_its_sender_only() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    scene.join(2, 2, true);
    let writer = Writer::new(1);
    writer.types("missing");
    let hanging = writer.types("!");
    scene.frame(1, protocol::step_2(&hanging));
    assert_eq!(scene.closed[&1].code, 4422);
    assert!(!scene.closed.contains_key(&2));
}

#[test]
fn bytes_that_are_no_update_close_their_sender_and_change_nothing() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    scene.join(2, 2, true);
    let good = Writer::new(2).types("good");
    scene.update(1, &Bytes::from_static(&[1, 2, 3]));
    scene.update(2, &good);
    scene.frame(1, Bytes::from_static(&[0, 9, 1, 1]));
    scene.settle();
    assert_eq!(scene.closed.keys().collect::<Vec<_>>(), [&1]);
    assert_eq!(scene.closed[&1].code, 4422);
    assert_eq!(scene.stored_text(), "good");
}

#[test]
fn an_observer_is_asked_nothing_is_shown_everything_and_writes_nothing() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    scene.join(2, 2, false);
    let writer = Writer::new(1);
    let update = writer.types("ham");
    scene.update(1, &update);
    scene.settle();
    assert_eq!(scene.heard(2), [protocol::update(&update)]);
    scene.frame(2, protocol::step_2(&writer.everything()));
    assert!(scene.closed.is_empty(), "it says nothing new");
    scene.update(2, &Writer::new(2).types("graffiti"));
    assert_eq!(scene.closed[&2].code, 4403);
    assert_eq!(scene.log.len(), 1);
}

#[test]
fn who_lost_the_right_to_write_is_closed_and_the_others_writes_stay() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    scene.join(2, 2, true);
    let (removed, stays) = (Writer::new(1), Writer::new(2));
    scene.update(1, &removed.types("no"));
    scene.update(2, &stays.types("yes"));
    scene.errand = None;
    scene.handle(Input::Appended(Ok(Appended::Refused { authors: vec![Uuid::from_u128(1)] })));
    scene.settle();
    assert_eq!(scene.closed.keys().collect::<Vec<_>>(), [&1]);
    assert_eq!(scene.stored_text(), "yes");
}

#[test]
fn when_the_log_went_on_elsewhere_everybody_gets_that_too_and_nothing_is_lost() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    scene.update(1, &Writer::new(1).types("here"));
    scene.errand = None;
    scene.log.push(Row { author: Uuid::from_u128(2), payload: Writer::new(2).types("there") });
    scene.handle(Input::Appended(Ok(Appended::Conflict)));
    scene.settle();
    assert_eq!(scene.log.len(), 2);
    assert_eq!(scene.stored_text().len(), 9);
    let reader = Writer::new(9);
    for frame in scene.heard(1) {
        if let Ok(Message::Update(update)) = protocol::read(&frame) {
            reader.hears(&update);
        }
    }
    assert_eq!(text(&reader.0), "there");
}

#[test]
fn what_was_written_before_something_that_hangs_is_saved_only_once_it_is_in_the_log() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    scene.join(2, 2, true);
    scene.update(2, &Writer::new(2).types("busy"));
    scene.update(1, &Writer::new(1).types("ham"));
    scene.update(1, &on_missing_text(7).1);
    scene.answer();
    assert!(matches!(scene.errand.take(), Some(Effect::Append { after: 1, .. })));
    scene.log.push(Row { author: Uuid::from_u128(3), payload: Writer::new(3).types("there") });
    scene.handle(Input::Appended(Ok(Appended::Conflict)));
    scene.heard(1);
    scene.settle();
    assert!(scene.stored_text().contains("ham"), "{}", scene.stored_text());
    assert!(scene.hears(1, &protocol::saved(1)));
}

#[test]
fn when_the_log_fails_everybody_is_sent_away_to_come_back_and_nothing_is_called_saved() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    scene.join(2, 2, true);
    scene.update(1, &Writer::new(1).types("ham"));
    scene.errand = None;
    scene.handle(Input::Appended(Err(StoreError("disk full".into()))));
    assert!(matches!(scene.errand, Some(Effect::GiveUp)));
    assert_eq!(scene.closed.values().map(|close| close.code).collect::<Vec<_>>(), [4513, 4513]);
    assert!(!scene.hears(1, &protocol::saved(1)));
}

#[test]
fn a_newcomer_hears_who_is_here_after_saying_who_they_are_or_a_second_later() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    let first = protocol::awareness([(7, 1, Some("{}"))].into_iter());
    scene.frame(1, first);
    scene.join(2, 2, true);
    scene.join(3, 3, false);
    scene.heard(2);
    scene.heard(3);
    scene.frame(2, protocol::awareness([(8, 1, Some("{}"))].into_iter()));
    let ids = |frames: Vec<Bytes>| -> Vec<u64> {
        frames
            .iter()
            .filter_map(|frame| {
                if let Ok(Message::Awareness(presences)) = protocol::read(frame) { Some(presences) } else { None }
            })
            .flat_map(|presences| presences.iter().map(|entry| entry.id).collect::<Vec<_>>())
            .collect()
    };
    assert_eq!(ids(scene.heard(2)), [7], "never one's own");
    assert_eq!(ids(scene.heard(1)), [8]);
    assert_eq!(scene.heard(3), Vec::<Bytes>::new());
    scene.now += TimeDelta::seconds(1);
    scene.handle(Input::Tick);
    let mut everybody = ids(scene.heard(3));
    everybody.sort_unstable();
    assert_eq!(everybody, [7, 8]);
    scene.handle(Input::Leave { connection: 1 });
    assert_eq!(ids(scene.heard(2)), [7], "gone");
}

#[test]
fn a_reader_sees_only_what_is_in_the_log() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    scene.update(1, &Writer::new(1).types("ham"));
    let (answer, answered) = std::sync::mpsc::channel();
    scene.handle(Input::Read(Box::new(move |document, seq| {
        answer.send((text(document.doc()), seq)).unwrap();
    })));
    assert!(answered.try_recv().is_err());
    scene.settle();
    assert_eq!(answered.try_recv(), Ok(("ham".to_owned(), 1)));
}

#[test]
fn nothing_is_called_saved_to_somebody_after_a_refusal() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    scene.update(1, &Writer::new(2).types("first"));
    scene.update(1, &Bytes::from_static(&[1, 2, 3]));
    scene.update(1, &Writer::new(3).types("good"));
    scene.settle();
    assert_eq!(scene.closed[&1].code, 4422);
    let heard = scene.heard(1);
    assert!(heard.contains(&protocol::saved(1)));
    assert!(!heard.contains(&protocol::saved(3)), "the second message is not saved");
}

/// What `person` types on text of another client that the room never saw.
fn on_missing_text(person: u64) -> (Writer, Bytes) {
    let (missing, writer) = (Writer::new(1000 + person), Writer::new(person));
    writer.hears(&missing.types("ab"));
    let hanging = writer.types("c");
    (writer, hanging)
}

#[test]
fn somebody_who_types_on_before_their_step_2_costs_no_reload() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    let (writer, hanging) = on_missing_text(1);
    scene.update(1, &hanging);
    let mut reloads = 0;
    for _ in 0..5 {
        reloads += u32::from(matches!(scene.errand, Some(Effect::Reload)));
        scene.settle();
        // A formatting mark or a deletion elsewhere hangs on the same text, without a gap in one's own clock.
        let (_, hanging) = on_missing_text(50);
        scene.update(1, &hanging);
    }
    assert_eq!(reloads, 0);
    scene.frame(1, protocol::step_2(&writer.everything()));
    scene.update(1, &writer.types("e"));
    scene.settle();
    assert_eq!(scene.stored_text().len(), 4);
    assert!(scene.hears(1, &protocol::saved(8)));
}

#[test]
fn what_hangs_again_and_again_does_not_keep_others_from_being_saved() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    scene.join(2, 2, true);
    scene.update(2, &on_missing_text(2).1);
    scene.update(1, &Writer::new(1).types("good"));
    for person in 3..20 {
        if scene.errand.is_none() {
            break;
        }
        // Somebody new hangs on something while the room is busy.
        scene.join(person, u128::from(person), true);
        scene.update(person, &on_missing_text(person).1);
        scene.answer();
    }
    assert_eq!(scene.stored_text(), "good");
}

#[test]
fn only_what_waits_for_the_room_holds_its_door_shut() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    let presence = protocol::awareness([(7, 1, Some("{}"))].into_iter());
    scene.frame(1, presence.clone());
    assert_eq!(scene.room.backlog(), 0, "presence waits for nothing");
    scene.update(1, &Writer::new(1).types("ham"));
    scene.update(1, &Writer::new(2).types("er"));
    let waiting = scene.room.backlog();
    assert!(waiting > 0, "the second update waits for the first one's commit");
    scene.frame(1, presence);
    assert_eq!(scene.room.backlog(), waiting);
    scene.settle();
    assert_eq!(scene.room.backlog(), 0);
}

//! Many at once, and how long they wait.

use std::time::Duration;

use super::*;

#[test]
fn what_is_acknowledged_says_when_it_came_in() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    let first = scene.received;
    scene.update(1, &Writer::new(1).types("ham"));
    scene.received = first + Duration::from_millis(5);
    scene.update(1, &Writer::new(2).types("er"));
    assert!(scene.acknowledged.is_empty(), "nothing is in the log yet");
    scene.settle();
    assert_eq!(scene.acknowledged, [first, scene.received]);
}

#[test]
fn who_comes_with_nothing_gets_everything_also_what_was_written_since_the_last_one_came() {
    let mut scene = Scene::new();
    let ask = protocol::step_1(&[0]);
    let mut written = String::new();
    for person in 1..=3 {
        scene.join(person, u128::from(person), true);
        scene.frame(person, ask.clone());
        scene.frame(person, ask.clone());
        let newcomer = Writer::new(100 + person);
        for frame in scene.heard(person) {
            if let Ok(Message::Step2(everything)) = protocol::read(&frame) {
                newcomer.hears(&everything);
                assert_eq!(text(&newcomer.0).len(), written.len());
            }
        }
        scene.update(person, &Writer::new(person).types("ham"));
        scene.settle();
        written.push_str("ham");
    }
}

#[test]
fn that_somebody_is_still_here_is_told_once_a_second_and_to_everybody_else() {
    let mut scene = Scene::new();
    let still_here = |id| protocol::awareness([(id, 1, Some("{}"))].into_iter());
    for person in 1..=3 {
        scene.join(person, u128::from(person), true);
        scene.frame(person, still_here(person));
    }
    for person in 1..=3 {
        scene.heard(person);
    }
    scene.frame(1, still_here(1));
    scene.frame(2, still_here(2));
    assert!(scene.heard(3).is_empty(), "it is no news");
    scene.handle(Input::Tick);
    let mut ids = |person| {
        let frames = scene.heard(person).into_iter();
        let entries = frames.map(|frame| match protocol::read(&frame) {
            Ok(Message::Awareness(entries)) => entries.iter().map(|entry| entry.id).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        });
        entries.collect::<Vec<_>>()
    };
    assert_eq!((ids(3), ids(2), ids(1)), (vec![vec![1, 2]], vec![vec![1]], vec![vec![2]]));
    scene.handle(Input::Tick);
    assert!(scene.heard(3).is_empty(), "once");
}

/// The documents that `person` was sent in answer to a question.
fn answers(scene: &mut Scene, person: u64) -> Vec<Bytes> {
    let frames = scene.heard(person).into_iter();
    frames.filter(|frame| matches!(protocol::read(frame), Ok(Message::Step2(_)))).collect()
}

#[test]
fn a_document_is_encoded_once_for_all_who_know_nothing_of_it() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    scene.update(1, &Writer::new(1).types("ham"));
    scene.settle();
    scene.join(2, 2, false);
    scene.frame(2, protocol::step_1(&[0]));
    scene.frame(2, protocol::step_1(&[1, 99, 1]));
    scene.frame(2, protocol::step_1(&[1, 1, 0]));
    scene.update(2, &Bytes::from_static(&[0, 0]));
    scene.frame(2, protocol::step_1(&[0]));
    let encoded: Vec<_> = answers(&mut scene, 2).iter().map(|answer| answer.as_ptr()).collect();
    assert_eq!(encoded, vec![encoded[0]; 4]);
}

#[test]
fn who_asks_again_and_again_is_answered_a_few_times_a_second_and_the_newest_question_last() {
    let mut scene = Scene::new();
    scene.join(1, 1, true);
    scene.update(1, &Writer::new(1).types("ham"));
    scene.settle();
    for _ in 0..100 {
        scene.frame(1, protocol::step_1(&[1, 1, 1]));
    }
    scene.frame(1, protocol::step_1(&[0]));
    assert!(answers(&mut scene, 1).len() < 10);
    scene.handle(Input::Tick);
    let last = answers(&mut scene, 1);
    let Ok(Message::Step2(everything)) = protocol::read(&last[0]) else { panic!("{last:?}") };
    let newcomer = Writer::new(100);
    newcomer.hears(&everything);
    assert_eq!((last.len(), text(&newcomer.0).as_str()), (1, "ham"));
    scene.handle(Input::Tick);
    assert!(answers(&mut scene, 1).is_empty());
    scene.frame(1, protocol::step_1(&[0]));
    assert_eq!(answers(&mut scene, 1).len(), 1, "a new second");
}

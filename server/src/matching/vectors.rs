//! Every worked number of the method (`vectors.json`).
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use serde_json::Value;

use super::fit::{Person, Role, Strength, fit};
use super::suggestion::{Candidate, Question, Seats, Share, Suggestion, suggest, suggest_unbalanced};

const TOLERANCE: f64 = 0.01;
/// In the order in which the worked cases name them.
const ROLES: [&str; 3] = ["connector", "coordinator", "visionary"];

fn vectors() -> Value {
    serde_json::from_str(include_str!("vectors.json")).unwrap()
}

fn words(of: &Value) -> Vec<String> {
    of.as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned()).collect()
}

fn small(of: &Value) -> u8 {
    u8::try_from(of.as_u64().unwrap()).unwrap()
}

fn role(id: &str) -> Role {
    let of = vectors()["roles"][id].clone();
    let qualities = of["q"].as_object().unwrap().iter().map(|(id, weight)| (id.clone(), small(weight)));
    Role { qualities: qualities.collect(), drives: words(&of["d"]).into_iter().collect() }
}

fn person(id: &str) -> Person {
    let of = vectors()["people"][id].clone();
    let qualities = of["q"].as_object().unwrap().iter().map(|(id, of)| {
        let recognitions = small(&of["confirmations"]).into();
        (id.clone(), Strength { own: small(&of["strength"]), recognitions })
    });
    Person { qualities: qualities.collect(), drives: words(&of["d"]) }
}

/// In the first case Anna's energy for the role of visionary is 1.
fn energy(case: &str, id: &str, role: &str) -> Option<i8> {
    if (case, id, role) == ("case_1", "anna", "visionary") {
        return Some(1);
    }
    let of = vectors()["people"][id]["e"][role].as_i64()?;
    i8::try_from(of).ok()
}

fn points(case: &str, id: &str, at: &str) -> Option<f64> {
    let is_vetoed = words(&vectors()["people"][id]["veto"]).iter().any(|vetoed| vetoed == at);
    (!is_vetoed).then(|| fit(&person(id), &role(at), energy(case, id, at)).points())
}

fn question(case: &str, most: u32) -> Question {
    let (of, partner) = (vectors(), ["P1", "P2", "P3"]);
    let ids = words(&of[case]["people"]);
    let known = |id: &String| of["people"][id].clone();
    Question {
        people: ids
            .iter()
            .map(|id| Candidate {
                partner: partner.iter().position(|partner| known(id)["partner"] == *partner).unwrap(),
                capacity: small(&known(id)["cap"]).into(),
            })
            .collect(),
        roles: ROLES
            .iter()
            .map(|id| Seats {
                least: small(&of["roles"][id]["min"]).into(),
                most: small(&of["roles"][id]["max"]).into(),
            })
            .collect(),
        partners: vec![Share { is_without: true, most }; 3],
        fits: ids.iter().map(|id| ROLES.iter().map(|role| points(case, id, role)).collect()).collect(),
    }
}

#[track_caller]
fn is(case: &str, found: &Suggestion, question: &Question, worked: &Value) {
    let total = worked["total"].as_f64().unwrap();
    assert!((found.total(question) - total).abs() <= TOLERANCE, "{} is not {total}", found.total(question));
    let ids = words(&vectors()[case]["people"]);
    let mut seats: Vec<[String; 2]> =
        found.seats.iter().map(|&(person, role)| [ids[person].clone(), ROLES[role].to_owned()]).collect();
    seats.sort();
    let mut expected: Vec<[String; 2]> = serde_json::from_value(worked["assignment"].clone()).unwrap();
    expected.sort();
    assert_eq!(seats, expected);
}

#[test]
fn a_worked_pair_has_the_parts_and_the_points_that_it_should() {
    let worked = vectors()["worked_pair"].clone();
    let found = fit(&person("dina"), &role("visionary"), Some(2));
    let parts = [found.qualities, found.drives, found.energy].map(Option::unwrap);
    for (part, name) in parts.into_iter().zip(["quality", "drives", "energy"]) {
        assert!((part - worked[name].as_f64().unwrap()).abs() <= TOLERANCE, "{name}: {part}");
    }
    assert!((found.points() - worked["score"].as_f64().unwrap()).abs() <= TOLERANCE);
}

#[test]
fn every_worked_fit_is_found() {
    for case in ["case_1", "case_2"] {
        let scores = vectors()[case]["scores"].clone();
        for (id, of) in scores.as_object().unwrap() {
            for (role, worked) in of.as_object().unwrap() {
                let found = fit(&person(id), &self::role(role), energy(case, id, role)).points();
                assert!((found - worked.as_f64().unwrap()).abs() <= TOLERANCE, "{case} {id} {role}: {found}");
            }
        }
    }
}

#[test]
fn the_seats_are_divided_as_in_the_worked_cases_and_balance_costs_what_it_should() {
    let of = vectors();
    let first = question("case_1", 3);
    is("case_1", &suggest(&first), &first, &of["case_1"]["optimal"]);
    let second = question("case_2", 2);
    let (balanced, unbalanced) = (suggest(&second), suggest_unbalanced(&second));
    is("case_2", &balanced, &second, &of["case_2"]["optimal_balanced_min1_max2"]);
    is("case_2", &unbalanced, &second, &of["case_2"]["optimal_unbalanced"]);
    let price = unbalanced.total(&second) - balanced.total(&second);
    assert!((price - 6.67).abs() <= TOLERANCE, "{price}");
}

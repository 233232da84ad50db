//! Every worked number of the method (`vectors.json`).

use std::collections::BTreeMap;

use serde_json::Value;
use uuid::Uuid;

use super::agreement::agreement;
use super::suppression::cells;
use super::*;
use crate::scans::instrument::Statement;

const K3: Showing = Showing::InCellsOf(3);

fn vectors() -> Value {
    serde_json::from_str(include_str!("vectors.json")).unwrap()
}

#[track_caller]
fn is(ours: f64, worked: &Value) {
    let tolerance = vectors()["tolerance"].as_f64().unwrap();
    let worked = worked.as_f64().unwrap();
    assert!((ours - worked).abs() <= tolerance, "{ours} is not {worked}");
}

fn partner(name: &str) -> Uuid {
    Uuid::from_u128(u128::from(name.as_bytes()[0]))
}

fn opinions(answers: &Value) -> Vec<Opinion> {
    let of = |(name, people): (&String, &Value)| -> Vec<Opinion> {
        let person = |answers: &Value| Opinion {
            partner: partner(name),
            answers: serde_json::from_value(answers.clone()).unwrap(),
        };
        people.as_array().unwrap().iter().map(person).collect()
    };
    answers.as_object().unwrap().iter().flat_map(of).collect()
}

fn marks() -> Marks {
    (1..).zip(["A", "B", "C", "D"]).map(|(mark, name)| (partner(name), mark)).collect()
}

/// The marks of those of whom anything was said.
fn marks_of(opinions: &[Opinion]) -> Marks {
    let mut marks = marks();
    marks.retain(|partner, _| opinions.iter().any(|opinion| opinion.partner == *partner));
    marks
}

fn counts(of: &Value) -> BTreeMap<Uuid, usize> {
    let count = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    of.as_object().unwrap().iter().map(|(name, value)| (partner(name), count(value))).collect()
}

fn answered(opinions: &[Opinion]) -> BTreeMap<Uuid, usize> {
    let mut answered = BTreeMap::new();
    for opinion in opinions {
        *answered.entry(opinion.partner).or_default() += 1;
    }
    answered
}

#[test]
fn agreement_is_as_published() {
    for case in vectors()["agreement_A"].as_array().unwrap() {
        let counts: Vec<f64> = serde_json::from_value(case["counts"].clone()).unwrap();
        is(agreement(&counts), &case["A"]);
    }
}

#[test]
fn a_factor_has_the_worked_figures() {
    let worked = &vectors()["factor_round_1"];
    let opinions = opinions(&worked["answers"]);
    let measured = measure(&opinions, &marks_of(&opinions), K3).unwrap();
    for cell in &measured.cells {
        let name = ["A", "B", "C"].into_iter().find(|name| cell.partners.contains(&partner(name))).unwrap();
        is(cell.mean, &worked["partner_scores"][name]);
    }
    is(measured.score(), &worked["partnership_score"]);
    is(measured.people_mean(), &worked["person_mean"]);
    is(measured.gap().unwrap(), &worked["gap"]);
    is(measured.agreement, &worked["agreement"]);
    for (statement, worked) in worked["agreement_per_statement"].as_array().unwrap().iter().enumerate() {
        let only = |opinion: &Opinion| Opinion { answers: vec![opinion.answers[statement]], ..opinion.clone() };
        // With two judging, C would be shown together with another: k is 2, so that it is not.
        let one: Vec<Opinion> = opinions.iter().map(only).collect();
        is(measure(&one, &marks_of(&one), Showing::InCellsOf(2)).unwrap().agreement, worked);
    }
    let answered = answered(&opinions);
    is(unjudged(&opinions, &cells(&answered, &marks(), 3).unwrap()).unwrap(), &worked["dont_know_share"]);
    let response = response(&counts(&worked["invited"]), &answered, &marks(), K3);
    is(response.share(), &worked["response_rate_overall"]);
    is(response.balanced, &worked["response_rate_partner_balanced"]);
    is(response.coverage, &worked["coverage"]);
}

#[test]
fn what_is_urgent_comes_first() {
    let vectors = vectors();
    for case in vectors["priority"]["factors"].as_array().unwrap() {
        let number = |key: &str| case[key].as_f64().unwrap();
        let most = vectors["priority"]["i_max"].as_f64().unwrap();
        is(priority(number("score"), number("A"), number("importance") / most), &case["priority"]);
    }
}

#[test]
fn a_trend_has_the_worked_band() {
    let vectors = vectors();
    let worked = &vectors["trend"];
    let measured = |answers: &Value| {
        let opinions = opinions(answers);
        measure(&opinions, &marks_of(&opinions), K3).unwrap()
    };
    let first = measured(&vectors["factor_round_1"]["answers"]);
    let second = measured(&worked["round_2_answers"]);
    let trend = trend(&first.cells, &second.cells).unwrap();
    is(trend.before, &worked["score_1"]);
    is(trend.after, &worked["score_2"]);
    is(trend.difference(), &worked["delta"]);
    let (before, after) = trend.errors.unwrap();
    is(before, &worked["se_1"]);
    is(after, &worked["se_2"]);
    assert_eq!(Value::from(trend.freedom), worked["df"]);
    is(trend.band.unwrap(), &worked["band"]);
    is(trend.band.unwrap() / before.hypot(after), &worked["t"]);
    assert_eq!(serde_json::to_value(trend.verdict()).unwrap(), worked["verdict"]);
    assert!(!trend.is_indicative());
}

#[test]
fn small_partners_are_shown_together() {
    for case in vectors()["suppression_k3"].as_array().unwrap() {
        let cells = cells(&counts(&case["valid_n"]), &marks(), 3);
        assert_eq!(Value::from(cells.is_some()), case["report"], "{case}");
        let names = |key: &str| -> Vec<Uuid> {
            case[key].as_array().unwrap().iter().map(|name| partner(name.as_str().unwrap())).collect()
        };
        let (pooled, shown): (Vec<Cell>, Vec<Cell>) =
            cells.unwrap_or_default().into_iter().partition(|cell| cell.len() > 1);
        assert_eq!(shown.into_iter().flatten().collect::<Vec<_>>(), names("shown"), "{case}");
        assert_eq!(pooled.into_iter().flatten().collect::<Vec<_>>(), names("pooled"), "{case}");
    }
}

#[test]
fn a_factor_asks_for_the_worked_conversation() {
    for case in vectors()["classification"].as_array().unwrap() {
        let number = |key: &str| case[key].as_f64().unwrap();
        let class = class(number("score"), number("A"), number("dont_know"));
        assert_eq!(serde_json::to_value(class).unwrap(), case["class"], "{case}");
    }
}

#[test]
fn pulses_go_round_the_factors() {
    for case in vectors()["pulse"].as_array().unwrap() {
        let number = usize::try_from(case["pulse"].as_u64().unwrap()).unwrap();
        let asked = pulse(number, &std::collections::BTreeSet::new());
        let asked: Vec<String> = asked.iter().map(ToString::to_string).collect();
        let worked: Vec<String> = serde_json::from_value(case["statements"].clone()).unwrap();
        assert_eq!(asked[..4], worked);
        assert_eq!(asked[4..], [Statement::Effort.to_string(), Statement::Yield.to_string()]);
    }
}

#[test]
fn polarisation_is_told_from_an_even_spread() {
    let vectors = vectors();
    let case = &vectors["rwg_comparison"][1];
    let mut weights = [0.0; 5];
    for value in case["values"].as_array().unwrap() {
        weights[usize::try_from(value.as_u64().unwrap()).unwrap() - 1] += 1.0;
    }
    is(agreement(&weights), &case["A"]);
}

//! What comes out of a round.

use serde_json::{Value, json};
use tests::{Person, World};

use super::{Crowd, all_alike, anonymous, answer, close, opened};

/// What people of three partners say about one factor.
type Said = [(&'static str, &'static [[Option<u8>; 2]])];

const FIRST: &Said = &[
    ("lead", &[[Some(4), Some(4)], [Some(5), Some(4)], [Some(4), Some(5)], [Some(4), Some(4)], [Some(5), Some(5)]]),
    ("member", &[[Some(2), Some(3)], [Some(2), Some(2)], [Some(3), None]]),
    ("third", &[[Some(3), Some(3)], [Some(4), Some(3)], [None, Some(2)]]),
];

const SECOND: &Said = &[
    ("lead", &[[Some(4), Some(4)], [Some(4), Some(4)], [Some(5), Some(4)], [Some(4), Some(5)], [Some(5), Some(5)]]),
    ("member", &[[Some(3), Some(4)], [Some(4), Some(3)], [Some(3), Some(3)]]),
    ("third", &[[Some(4), Some(3)], [Some(4), Some(4)], [Some(3), Some(3)]]),
];

/// A scan in which people say this about felt urgency, and 4 to everything else.
async fn scanned(world: &World, crowd: &Crowd, said: &Said) -> String {
    let round = opened(world, crowd.lead(), "scan", anonymous()).await;
    for (partner, answers) in said {
        for (person, [practice, experience]) in crowd.of[partner].iter().zip(*answers) {
            let mut response = all_alike(person, &round, Some(4)).await;
            response["answers"]["felt_urgency.a"] = json!(practice);
            response["answers"]["felt_urgency.b"] = json!(experience);
            response["priorities"] = json!(["felt_urgency", "strong_team"]);
            response["words"] = json!(format!("Woorden van {partner}"));
            answer(world, person, &round, &response).await;
        }
    }
    close(crowd.lead(), &round).await;
    round
}

async fn report(person: &Person, round: &str) -> Value {
    person.get(&format!("{round}/report")).await.expect(200)
}

fn item<'a>(items: &'a Value, id: &str) -> &'a Value {
    items.as_array().unwrap().iter().find(|item| item["id"] == id).unwrap_or_else(|| panic!("no {id} in {items}"))
}

#[tokio::test]
async fn the_worked_example_comes_out_as_worked_and_the_next_round_is_compared_with_it() {
    let world = World::start().await;
    let crowd = Crowd::gather(&world, [("lead", 6), ("member", 3), ("third", 4)]).await;
    let member = &crowd.of["member"][1];
    let round = scanned(&world, &crowd, FIRST).await;
    let first = report(member, &round).await;
    let response =
        json!({ "invited": 13, "sent": 11, "share": 85, "balanced": 86, "coverage": 100, "limited": false });
    assert_eq!(first["response"], response);
    assert_eq!(first["items"].as_array().unwrap().len(), 16);
    let urgency = item(&first["items"], "felt_urgency");
    assert_eq!(urgency["dont_know"], 11);
    assert_eq!((&urgency["class"], &urgency["importance"]), (&json!("watch"), &json!(100)));
    let figures = &urgency["figures"];
    for (name, value) in [("score", 3.2), ("people_mean", 3.5), ("agreement", 0.5), ("gap", 1.9)] {
        assert_eq!(figures[name].as_f64(), Some(value), "{name} in {figures}");
    }
    assert_eq!((&figures["wide_gap"], &figures["sizes_matter"]), (&json!(true), &json!(false)));
    let mut means: Vec<f64> =
        figures["cells"].as_array().unwrap().iter().map(|cell| cell["mean"].as_f64().unwrap()).collect();
    means.sort_by(f64::total_cmp);
    assert_eq!(means, [2.5, 2.8, 4.4]);
    assert_eq!(item(&first["items"], "added_value")["figures"]["score"], json!(4.0));
    assert_eq!(first["words"].as_array().unwrap().len(), 11);
    assert_eq!(first["comparisons"], json!([]));

    let round = scanned(&world, &crowd, SECOND).await;
    let second = report(member, &round).await;
    let compared = item(&second["comparisons"][0]["items"], "felt_urgency");
    for (name, value) in [("before", 3.2), ("after", 3.7), ("difference", 0.5), ("band", 0.4)] {
        assert_eq!(compared[name].as_f64(), Some(value), "{name} in {compared}");
    }
    assert_eq!((&compared["verdict"], &compared["indicative"]), (&json!("improved"), &json!(false)));
    assert_eq!(item(&second["comparisons"][0]["items"], "added_value")["verdict"], "unclear");
}

#[tokio::test]
async fn a_partner_with_two_answers_is_shown_together_with_another_everywhere() {
    let world = World::start().await;
    let crowd = Crowd::gather(&world, [("lead", 5), ("member", 3), ("third", 2)]).await;
    let round = opened(&world, crowd.lead(), "pulse", anonymous()).await;
    for (partner, alike) in [("lead", 4), ("member", 2), ("third", 5)] {
        for person in &crowd.of[partner] {
            let response = all_alike(person, &round, Some(alike)).await;
            answer(&world, person, &round, &response).await;
        }
    }
    close(crowd.lead(), &round).await;
    let shown = report(crowd.lead(), &round).await;
    for item in shown["items"].as_array().unwrap() {
        let cells = item["figures"]["cells"].as_array().unwrap();
        let of = |people: usize| cells.iter().find(|cell| cell["partners"].as_array().unwrap().len() == people);
        assert_eq!(cells.len(), 2, "{item}");
        assert_eq!(of(1).unwrap()["mean"], json!(4.0), "{item}");
        assert_eq!(of(2).unwrap()["mean"], json!(3.2), "three times 2 and twice 5: {item}");
        assert_eq!(item["figures"]["score"], json!(3.6), "the mean of the cells: {item}");
    }
    let csv = crowd.lead().get(&format!("{round}/report/export?format=csv&language=nl")).await;
    assert_eq!(csv.status, 200);
    let means: Vec<String> =
        csv.text().lines().filter(|line| line.contains("gemiddelde,")).map(ToOwned::to_owned).collect();
    assert_eq!(means.len(), 2 * 6, "{}", csv.text());
    assert!(
        means.iter().all(|line| line.contains("\"4,0\"") || (line.contains("\"3,2\"") && line.contains(" + ")))
    );
    let file = crowd.lead().get(&format!("{round}/report/export?format=json")).await.expect(200);
    assert_eq!(file, shown, "the file is what the page shows");
}

#[tokio::test]
async fn a_mean_near_the_end_of_the_scale_says_no_more_than_that() {
    let world = World::start().await;
    let crowd = Crowd::gather(&world, [("lead", 3), ("member", 3), ("third", 3)]).await;
    let round = opened(&world, crowd.lead(), "pulse", anonymous()).await;
    for (partner, alike) in [("lead", 5), ("member", 1), ("third", 3)] {
        for person in &crowd.of[partner] {
            let response = all_alike(person, &round, Some(alike)).await;
            answer(&world, person, &round, &response).await;
        }
    }
    close(crowd.lead(), &round).await;
    let shown = report(crowd.lead(), &round).await;
    let figures = &item(&shown["items"], "effort")["figures"];
    let cells: Vec<(f64, &Value)> = figures["cells"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cell| (cell["mean"].as_f64().unwrap(), &cell["beyond"]))
        .collect();
    for expected in [(4.5, &json!("at_least")), (1.5, &json!("at_most")), (3.0, &Value::Null)] {
        assert!(cells.contains(&expected), "{cells:?}");
    }
    assert_eq!((&figures["score"], &figures["gap"]), (&json!(3.0), &json!(3.0)));
}

#[tokio::test]
async fn members_see_the_report_and_observers_when_a_lead_shows_it() {
    let world = World::start().await;
    let crowd = Crowd::gather(&world, [("lead", 3), ("member", 3), ("third", 3)]).await;
    let round = opened(&world, crowd.lead(), "pulse", anonymous()).await;
    for person in crowd.of.values().flatten() {
        let response = all_alike(person, &round, Some(3)).await;
        answer(&world, person, &round, &response).await;
    }
    close(crowd.lead(), &round).await;
    let observer = world.person("observer").await;
    let paths = ["/report", "/report/export?format=csv", "/report/export?format=json"];
    for path in paths {
        observer.get(&format!("{round}{path}")).await.expect_problem(403, "forbidden");
    }
    crowd.lead().patch(&round, &json!({ "shared": true })).await.expect(200);
    for path in paths {
        assert_eq!(observer.get(&format!("{round}{path}")).await.status, 200);
    }
    let outsider = world.person("outsider").await;
    outsider.get(&format!("{round}/report")).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_pulse_is_compared_with_the_same_statement_of_a_scan() {
    let world = World::start().await;
    let crowd = Crowd::gather(&world, [("lead", 5), ("member", 3), ("third", 3)]).await;
    let scan = scanned(&world, &crowd, SECOND).await;
    let pulse = opened(&world, crowd.lead(), "pulse", anonymous()).await;
    for person in crowd.of.values().flatten() {
        let response = all_alike(person, &pulse, Some(2)).await;
        answer(&world, person, &pulse, &response).await;
    }
    close(crowd.lead(), &pulse).await;
    let shown = report(crowd.lead(), &pulse).await;
    let comparison = &shown["comparisons"][0];
    assert_eq!(comparison["round_id"].as_str(), scan.rsplit('/').next());
    let ids: Vec<&str> =
        comparison["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["felt_urgency.b", "strategy_approach.b", "voiced_interests.b", "monitoring_reflection.b"]);
    let urgency = &comparison["items"][0];
    // (4 + 4 + 4 + 5 + 5) / 5 = 4.4, (4 + 3 + 3) / 3 and (3 + 4 + 3) / 3.
    assert_eq!((&urgency["before"], &urgency["after"]), (&json!(3.7), &json!(2.0)));
    assert_eq!(urgency["verdict"], "declined");
}

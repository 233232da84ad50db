//! Every worked number of the method (`vectors.json`), to the cent.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use serde_json::Value;
use uuid::Uuid;

use super::summing::Totals;
use super::{Checks, Figures, Line, Month, Year, check, sums};

const PARTNERS: [&str; 4] = ["A", "B", "C", "D"];

fn vectors() -> Value {
    serde_json::from_str(include_str!("vectors.json")).unwrap()
}

/// Of a partner or a line: their names differ.
fn id(name: &str) -> Uuid {
    let mut bytes = [0; 16];
    bytes[..name.len()].copy_from_slice(name.as_bytes());
    Uuid::from_bytes(bytes)
}

fn ids(names: &Value) -> Vec<Uuid> {
    names.as_array().unwrap().iter().map(|name| id(name.as_str().unwrap())).collect()
}

fn line(of: &Value) -> Line {
    let shares = of["shares"].as_object().cloned().unwrap_or_default();
    Line {
        id: id(of["id"].as_str().unwrap()),
        partner: of["partner"].as_str().map(id),
        kind: serde_json::from_value(of["kind"].clone()).unwrap(),
        nature: serde_json::from_value(of["nature"].clone()).unwrap(),
        amount: of["amount"].as_i64(),
        frequency: serde_json::from_value(of["frequency"].clone()).unwrap(),
        from: None,
        until: None,
        shares: shares.iter().map(|(partner, amount)| (id(partner), amount.as_i64().unwrap())).collect(),
    }
}

fn lines(without: &[&str]) -> Vec<Line> {
    let vectors = vectors();
    let lines = vectors["lines"].as_array().unwrap().iter();
    lines.filter(|line| !without.contains(&line["id"].as_str().unwrap())).map(line).collect()
}

#[test]
fn the_first_year_is_summed_to_the_cent() {
    let begins = Month::read("2027-01").unwrap();
    let found = sums(&lines(&[]), &PARTNERS.map(id), Year::after(begins, 0), begins);
    let expected = &vectors()["first_year"];
    let money = |of: &Value| Totals {
        cost: of["cost"].as_i64().unwrap(),
        benefit: of["benefit"].as_i64().unwrap(),
        balance: of["balance"].as_i64().unwrap(),
    };
    assert_eq!(found.joint.money, money(&expected["joint"]));
    for partner in PARTNERS {
        let Figures { money: of_partner, time } = found.partners[&id(partner)];
        assert_eq!(of_partner, money(&expected[partner]), "{partner}");
        assert_eq!(time.cost, expected[partner]["minutes_cost"].as_i64().unwrap_or(0), "{partner}");
    }
}

#[test]
fn what_is_worth_talking_about_is_named() {
    for (name, without) in [("checks", &[][..]), ("checks_without_l2_and_l4", &["l2", "l4"])] {
        let expected = &vectors()[name];
        let expected = Checks {
            partner_missing: ids(&expected["partner_missing"]),
            partner_only_costs: ids(&expected["partner_only_costs"]),
            shares_do_not_add_up: ids(&expected["shares_do_not_add_up"]),
        };
        assert_eq!(check(&lines(without), &PARTNERS.map(id)), expected, "{name}");
    }
}

//! The roles the demo's partners need.

use yrs::{Any, In, Map as _, MapPrelim, TextPrelim, Transact as _};

use super::writing::{blank, order_key, update};
use crate::ids;

struct Role {
    title: &'static str,
    purpose: &'static str,
    /// The fewest and the most people.
    seats: (u8, u8),
    /// Qualities and how much they weigh, 1 to 3.
    qualities: &'static [(&'static str, u8)],
    drives: &'static [&'static str],
}

const ROLES: [Role; 4] = [
    Role {
        title: "Coördinator",
        purpose: "Houdt planning, vrijwilligers en budget bij elkaar, zodat elk gezin binnen drie weken iemand aan tafel \
                  heeft. Is het adres voor iedereen die niet weet bij wie hij moet zijn.",
        seats: (1, 1),
        qualities: &[("organising", 3), ("reliability", 2), ("overview", 2)],
        drives: &["achievement", "security"],
    },
    Role {
        title: "Verbinder",
        purpose: "Kent de gezinnen, de wijk en de drie organisaties. Brengt mensen bij elkaar die elkaar nog niet kennen \
                  en hoort wat niet hardop gezegd wordt. Het liefst één uit elke organisatie.",
        seats: (2, 3),
        qualities: &[("bringing_together", 3), ("attentive_listening", 3), ("tact", 1)],
        drives: &["connection", "care"],
    },
    Role {
        title: "Bouwer",
        purpose: "Maakt van ideeën iets dat volgende week op tafel ligt: een voorleeskoffer, een training voor \
                  vrijwilligers, een middag in de wachtkamer. Probeert het klein, samen met ouders, en maakt het dan beter.",
        seats: (1, 2),
        qualities: &[("creativity", 3), ("getting_going", 2), ("practicality", 2)],
        drives: &["creation", "impact"],
    },
    Role {
        title: "Bewaker",
        purpose: "Let op of kosten en baten eerlijk verdeeld blijven en of we nog doen wat we de gezinnen beloofden. \
                  Stelt de vraag die niemand stelt, en wacht rustig op het antwoord.",
        seats: (1, 1),
        qualities: &[("critical_eye", 3), ("being_principled", 2), ("calm", 1)],
        drives: &["fairness", "mastery"],
    },
];

/// The board's document, as one update.
pub(super) fn document() -> Vec<u8> {
    let document = blank();
    let roles = document.get_or_insert_map("roles");
    {
        let mut transaction = document.transact_mut();
        for (place, role) in ROLES.iter().enumerate() {
            let qualities: MapPrelim = role.qualities.iter().map(|&(id, weight)| (id, whole(weight))).collect();
            let drives: MapPrelim = role.drives.iter().map(|&id| (id, true)).collect();
            let (seats_min, seats_max) = role.seats;
            let entry = MapPrelim::from_iter([
                ("title", In::from(TextPrelim::new(role.title))),
                ("purpose", TextPrelim::new(role.purpose).into()),
                ("seats_min", whole(seats_min).into()),
                ("seats_max", whole(seats_max).into()),
                ("qualities", qualities.into()),
                ("drives", drives.into()),
                ("order", order_key(place).into()),
            ]);
            roles.insert(&mut transaction, ids::unordered().to_string(), entry);
        }
    }
    update(&document)
}

fn whole(number: u8) -> Any {
    Any::from(i32::from(number))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;
    use serde_json::Value;

    fn library(json: &str, list: &str) -> Vec<String> {
        let library: Value = serde_json::from_str(json).unwrap();
        let entries = library[list].as_array().unwrap();
        entries.iter().map(|entry| entry["id"].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn roles_ask_for_what_the_library_knows() {
        let qualities = library(include_str!("../../../web/src/content/core_qualities.json"), "qualities");
        let drives = library(include_str!("../../../web/src/content/roles.json"), "drives");
        for role in &ROLES {
            assert!(role.seats.0 <= role.seats.1 && role.seats.1 <= 20, "{}", role.title);
            for (quality, weight) in role.qualities {
                assert!(qualities.iter().any(|known| known == quality) && (1..=3).contains(weight), "{quality}");
            }
            assert!(role.drives.iter().all(|drive| drives.iter().any(|known| known == drive)), "{}", role.title);
        }
    }
}

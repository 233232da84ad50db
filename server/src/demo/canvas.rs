//! The demo's business model.

use std::collections::HashMap;

use uuid::Uuid;
use yrs::{Any, In, Map as _, MapPrelim, TextPrelim, Transact as _};

use super::people::{CARE, LIBRARY, SCHOOLS};
use super::writing::{blank, order_key, update};
use crate::ids;

/// What a card says, and which partner it is of; nobody's card is everybody's.
type Card = (Option<&'static str>, &'static str);

/// The cards of each block, from top to bottom.
const BLOCKS: [(&str, &[Card]); 9] = [
    (
        "value_propositions",
        &[
            (None, "Eén vertrouwd gezicht per gezin, van de eerste prik tot en met groep 4"),
            (
                None,
                "Voorlezen aan de keukentafel: twintig weken een vrijwilliger aan huis, met boeken die mogen blijven",
            ),
            (Some(SCHOOLS), "Leerkrachten weten wat er thuis gebeurt en bouwen daarop voort"),
        ],
    ),
    (
        "customer_segments",
        &[
            (None, "Gezinnen met kinderen van 0 tot 8 jaar waar weinig wordt gelezen"),
            (None, "Ouders die thuis een andere taal dan Nederlands spreken"),
            (Some(CARE), "Jonge ouders die zelf moeite hebben met lezen en schrijven"),
        ],
    ),
    (
        "customer_relationships",
        &[
            (None, "Naast de ouder, niet erboven: we vragen eerst wat al goed gaat"),
            (Some(LIBRARY), "Ouders die meededen, worden zelf voorlezer in hun straat"),
        ],
    ),
    (
        "channels",
        &[
            (Some(CARE), "Het consultatiebureau: bij het consult van 9 maanden, met het eerste boekje"),
            (Some(SCHOOLS), "De koffieochtend en het gesprek bij de schooldeur"),
            (Some(LIBRARY), "De BoekBus, elke woensdag op het plein van een andere wijk"),
        ],
    ),
    (
        "key_activities",
        &[
            (None, "Vrijwilligers werven, scholen en aan een gezin koppelen"),
            (None, "Elke maand samen de gezinnen bespreken die we nog niet bereiken"),
        ],
    ),
    (
        "key_resources",
        &[
            (Some(LIBRARY), "Collectie voorleesboeken in twaalf talen, en een lokaal voor de training"),
            (Some(CARE), "De verpleegkundigen, die al bij 94% van de gezinnen thuis komen"),
            (None, "Zestig vrijwilligers met een luisterend oor"),
        ],
    ),
    (
        "key_partners",
        &[
            (None, "Gemeente Maasveld: beleid voor laaggeletterdheid en budget voor onderwijskansen"),
            (None, "Moskee An-Nour en de Antoniusparochie, waar ouders elkaar al treffen"),
        ],
    ),
    (
        "cost_structure",
        &[
            (None, "Coördinatie: 24 uur per week, € 52.000 per jaar, samen gedragen"),
            (Some(LIBRARY), "Boeken en de BoekBus: € 18.500 per jaar"),
            (Some(SCHOOLS), "Twee uur per week taakuren voor de taalcoördinator op elke school"),
        ],
    ),
    (
        "revenue_streams",
        &[
            (None, "Onderwijskansensubsidie van de gemeente tot en met 2028: € 60.000 per jaar"),
            (Some(CARE), "Minder verwijzingen naar logopedie, waarvan de zorgverzekeraar een deel terugbetaalt"),
            (Some(SCHOOLS), "Minder bijspijkeren in groep 3 en 4: ongeveer 300 lesuren per jaar"),
        ],
    ),
];

/// The board's document, as one update; `partners` are the partners' ids by name.
pub(super) fn document(partners: &HashMap<&'static str, Uuid>) -> Vec<u8> {
    let document = blank();
    let notes = document.get_or_insert_map("notes");
    {
        let mut transaction = document.transact_mut();
        for (block, cards) in BLOCKS {
            for (place, (partner, text)) in cards.iter().enumerate() {
                let partner = partner.and_then(|name| partners.get(name));
                let partner = partner.map_or(Any::Null, |id| Any::from(id.to_string()));
                let note = MapPrelim::from_iter([
                    ("block", In::from(block)),
                    ("text", TextPrelim::new(*text).into()),
                    ("order", order_key(place).into()),
                    ("partner", partner.into()),
                ]);
                notes.insert(&mut transaction, ids::unordered().to_string(), note);
            }
        }
    }
    update(&document)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn every_block_of_the_vocabulary_has_cards_and_there_is_no_other() {
        let vocabulary: Value = serde_json::from_str(include_str!("../boards/vocabulary.json")).unwrap();
        let known = &vocabulary["kinds"]["canvas"]["roots"]["notes"]["entries"]["block"]["one_of"];
        let mut known: Vec<&str> = known.as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let mut filled = BLOCKS.map(|(block, _)| block);
        known.sort_unstable();
        filled.sort_unstable();
        assert_eq!(filled[..], known[..]);
    }
}

//! The values that the demo's partners hold in common.

use yrs::{In, Map as _, MapPrelim, TextPrelim, Transact as _};

use super::writing::{blank, order_key, update};
use crate::ids;

struct Value {
    name: &'static str,
    meaning: &'static str,
}

const VALUES: [Value; 3] = [
    Value {
        name: "Naast het gezin",
        meaning: "Wij komen niet iets brengen wat ontbreekt. Elke ouder kan al veel, in welke taal ook, en daar beginnen \
                  we. We vragen eerst wat een gezin zelf wil, en doen niets over hun hoofd heen.",
    },
    Value {
        name: "Vertrouwen",
        meaning: "Wat aan de keukentafel gezegd wordt, blijft daar, tenzij een gezin zegt dat het verder mag. Onder elkaar \
                  zeggen we het als iets niet lukt, zonder dat iemand daarop wordt afgerekend.",
    },
    Value {
        name: "Volhouden",
        meaning: "Taal groeit langzaam. We blijven komen, ook als het een keer niet uitkwam, en we beginnen niets wat we \
                  volgend jaar niet meer kunnen doen.",
    },
];

/// The board's document, as one update.
pub(super) fn document() -> Vec<u8> {
    let document = blank();
    let values = document.get_or_insert_map("values");
    {
        let mut transaction = document.transact_mut();
        for (place, value) in VALUES.iter().enumerate() {
            let entry = MapPrelim::from_iter([
                ("name", In::from(TextPrelim::new(value.name))),
                ("meaning", TextPrelim::new(value.meaning).into()),
                ("order", order_key(place).into()),
            ]);
            values.insert(&mut transaction, ids::unordered().to_string(), entry);
        }
    }
    update(&document)
}

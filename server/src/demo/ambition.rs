//! What the demo's partners want together.

use yrs::{Text as _, Transact as _};

use super::writing::{Passage, Words, blank, update, write_passages};

const HEADLINE: &str =
    "In 2030 groeit elk kind in Maasveld op in een gezin waar lezen en praten vanzelfsprekend zijn.";

const STATEMENT: &[Passage] = &[
    Passage::Paragraph(&[Words::Plain(
        "Een kind dat thuis veel hoort, vertelt en voorgelezen krijgt, begint met een voorsprong aan school. In \
         Maasveld geldt dat nu voor vijf van de zes kinderen. Voor het zesde kind willen wij er zijn: niet met nóg een \
         cursus, maar aan de keukentafel, in de wachtkamer en op het schoolplein.",
    )]),
    Passage::Paragraph(&[
        Words::Plain(
            "De bibliotheek heeft de boeken, de scholen kennen de kinderen en de zorg komt bij de gezinnen thuis. Geen \
             van ons bereikt alleen de ouders om wie het gaat. Samen zijn we er vanaf het eerste consult tot en met \
             groep 4, met één verhaal en vertrouwde gezichten. We beginnen bij wat ouders al goed doen. ",
        ),
        Words::Bold("Elke taal waarin thuis wordt gepraat, gezongen en gelachen, telt mee."),
    ]),
    Passage::Heading("Waaraan we het merken"),
    Passage::Bullets(&[
        "Negen van de tien gezinnen met jonge kinderen kennen iemand bij wie ze met een vraag over taal terechtkunnen.",
        "Ouders lezen, vertellen of zingen minstens vijf keer per week met hun kind, in welke taal dan ook.",
        "Nog hooguit één op de twaalf kinderen begint met een taalachterstand aan groep 3.",
        "Verpleegkundigen, leerkrachten en vrijwilligers kennen elkaar bij de voornaam en verwijzen zonder formulier.",
    ]),
];

const HORIZON: &[Passage] = &[
    Passage::Paragraph(&[Words::Plain(
        "Over tien jaar krijgt elk kind zijn eerste boekje van de verpleegkundige die later ook nog langskomt. In de \
         wachtkamer, in het buurthuis en op het schoolplein wordt voorgelezen in zes talen, en niemand kijkt daarvan op.",
    )]),
    Passage::Paragraph(&[Words::Plain(
        "De kinderen met wie we begonnen, lezen dan hun zusjes en buurjongens voor. Hun ouders zijn de vrijwilligers \
         geworden die nieuwe gezinnen op weg helpen. Taal in het gezin is geen project meer; het is hoe we in Maasveld \
         met elkaar omgaan.",
    )]),
];

/// The board's document, as one update.
pub(super) fn document() -> Vec<u8> {
    let document = blank();
    let headline = document.get_or_insert_text("headline");
    let statement = document.get_or_insert_xml_fragment("statement");
    let horizon = document.get_or_insert_xml_fragment("horizon");
    {
        let mut transaction = document.transact_mut();
        headline.push(&mut transaction, HEADLINE);
        write_passages(&mut transaction, &statement, STATEMENT);
        write_passages(&mut transaction, &horizon, HORIZON);
    }
    update(&document)
}

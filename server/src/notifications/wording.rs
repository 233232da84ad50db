//! How a mail says what somebody is told.

use crate::entity::account::Language;
use crate::entity::notification::Kind;
use crate::mail::{Letter, LetterAction, LetterGroup, Unsubscribe};

/// Something that goes into a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) kind: Kind,
    /// Who did it.
    pub(super) actor: Option<String>,
    pub(super) partnership: Option<String>,
    pub(super) title: Option<String>,
    /// The address of the page on which it is done.
    pub(super) address: String,
}

/// Where a mail about several leads, and how it can be ended.
pub(super) struct Addresses {
    pub(super) list: String,
    pub(super) unsubscribe: Unsubscribe,
}

/// More than this many are counted.
const LINES: usize = 30;

/// One mail about everything in `told`.
pub(super) fn letter(language: Language, name: &str, told: &[Told], addresses: Addresses) -> Letter {
    let (subject, label, address) = match told {
        [one] => (sentence(language, one), at_one(language), one.address.clone()),
        several => (count(language, several.len()), at_several(language), addresses.list),
    };
    let hello = match language {
        Language::Nl => format!("Dag {name},"),
        Language::En => format!("Hello {name},"),
    };
    let mut paragraphs = vec![hello];
    if let Some(more) = told.len().checked_sub(LINES).filter(|more| *more > 0) {
        paragraphs.push(match language {
            Language::Nl => format!("Hieronder staan er {LINES}; de andere {more} staan bij je berichten."),
            Language::En => format!("These are {LINES} of them; the other {more} are among your notifications."),
        });
    }
    let reason = match language {
        Language::Nl => "Je krijgt deze mail omdat dit jou aangaat en je het nog niet gelezen had.",
        Language::En => "You get this mail because it concerns you and you had not read it yet.",
    };
    Letter {
        subject,
        paragraphs,
        groups: groups(language, told),
        action: Some(LetterAction { label: label.into(), address }),
        reason: reason.into(),
        unsubscribe: Some(addresses.unsubscribe),
    }
}

/// What the link says with which somebody gets less mail.
pub(super) fn less_mail(language: Language) -> &'static str {
    match language {
        Language::Nl => "Minder mail of geen mail",
        Language::En => "Less mail, or none",
    }
}

/// By partnership, in the order in which each is first told of.
fn groups(language: Language, told: &[Told]) -> Vec<LetterGroup> {
    let mut groups: Vec<LetterGroup> = Vec::new();
    for told in told.iter().take(LINES) {
        let title = told.partnership.clone().unwrap_or_else(|| "Samenspel".into());
        let line = sentence(language, told);
        match groups.iter_mut().find(|group| group.title == title) {
            Some(group) => group.lines.push(line),
            None => groups.push(LetterGroup { title, lines: vec![line] }),
        }
    }
    groups
}

fn at_one(language: Language) -> &'static str {
    match language {
        Language::Nl => "Bekijken",
        Language::En => "Have a look",
    }
}

fn at_several(language: Language) -> &'static str {
    match language {
        Language::Nl => "Naar je berichten",
        Language::En => "To your notifications",
    }
}

fn count(language: Language, count: usize) -> String {
    match language {
        Language::Nl => format!("{count} nieuwe berichten op Samenspel"),
        Language::En => format!("{count} new notifications on Samenspel"),
    }
}

fn sentence(language: Language, told: &Told) -> String {
    match language {
        Language::Nl => in_dutch(told),
        Language::En => in_english(told),
    }
}

fn in_dutch(told: &Told) -> String {
    let who = told.actor.as_deref().unwrap_or("Iemand");
    let role = told.title.as_ref().map_or_else(|| "een rol".into(), |title| format!("de rol {title}"));
    let on_behalf = told.title.as_ref().map_or_else(String::new, |title| format!(" namens {title}"));
    match told.kind {
        Kind::AmbitionProposed => format!("{who} legt de ambitie aan de partners voor: onderschrijven jullie die?"),
        Kind::AmbitionShared => "De ambitie is gedeeld: elke partner onderschrijft die".into(),
        Kind::BusinessModelProposed => {
            format!("{who} legt het businessmodel aan de partners voor: staan jullie erachter?")
        }
        Kind::BusinessModelShared => "Elke partner staat achter het businessmodel".into(),
        Kind::RemarkFromOutside => "Iemand van buiten zei iets over jullie businessmodel".into(),
        Kind::HorizonDue => "Een jaar verder: kijken jullie samen weer tien jaar vooruit?".into(),
        Kind::RoleProposed => format!("{who} vraagt je voor {role}"),
        Kind::RoleWithdrawn => format!("{who} trok de vraag voor {role} in"),
        Kind::RoleAccepted => format!("{who} neemt {role} op zich"),
        Kind::RoleDeclined => format!("{who} neemt {role} niet op zich"),
        Kind::RoleHandedBack => format!("{who} geeft {role} terug"),
        Kind::RoomAsked => format!("{who} vraagt ruimte voor je: wil je die?"),
        Kind::RoomVoiceAsked => format!("{who} vraagt de partners om ruimte: geven jullie die?"),
        Kind::RoomGiven => "De partners geven ruimte: het kan doorgaan".into(),
        Kind::RoomEnded => "Ruimte die de partners gaven of die gevraagd was, is voorbij".into(),
        Kind::ContributionNamesYou => format!("{who} noemt jullie bij wat er gegeven en gehaald wordt: klopt het?"),
        Kind::ContributionConfirmed => format!("{who} zegt dat het klopt wat jullie brengen of komen halen"),
        Kind::RoleDrains => format!("{who} krijgt geen energie van {role}"),
        Kind::PartnerInvited => format!("{who} nodigt je organisatie uit om mee te doen"),
        Kind::StartProposed => format!("{who} wil namens je organisatie beginnen"),
        Kind::GuestInvited => format!("{who} vraagt je mee te doen, los van de partners"),
        Kind::MemberAdded => format!("{who} laat je meedoen{on_behalf}"),
        Kind::LeadAppointed => format!("{who} maakte je trekker"),
        Kind::MandateGiven => format!("{who} gaf je het mandaat: je mag beslissen{on_behalf}"),
        Kind::MandateTaken => format!("{who} nam je mandaat terug: je beslist niet meer{on_behalf}"),
        Kind::MemberRemoved => format!("{who} liet weten dat je niet meer meedoet{on_behalf}"),
        Kind::Mentioned => format!("{who} noemt je in een gesprek"),
        Kind::CommentAnswered => format!("{who} schreef terug in een gesprek"),
        Kind::ThreadResolved => format!("{who} rondde een gesprek af waarin je schreef"),
        Kind::ConclusionProposed => format!("{who} vraagt of jullie samen kunnen afronden"),
        Kind::PartnershipConcluded => format!("{who} rondde het samenwerkingsverband af"),
        Kind::ScanOpened => "Hoe gaat de samenwerking volgens jou? Je wordt gevraagd mee terug te kijken".into(),
        Kind::ScanReminder => "Je kunt nog mee terugkijken: wat je vindt telt mee".into(),
        Kind::ScanReported => "De uitkomst van het terugkijken staat klaar".into(),
        Kind::ImprovementOwned => format!("{who} vraagt je een verbeterpunt te trekken"),
        Kind::QualityRecognised => format!("{who} herkent een kernkwaliteit in je"),
        Kind::RecognitionThanked => format!("{who} bedankt je voor wat je herkende"),
    }
}

fn in_english(told: &Told) -> String {
    let who = told.actor.as_deref().unwrap_or("Somebody");
    let role = told.title.as_ref().map_or_else(|| "a role".into(), |title| format!("the role {title}"));
    let on_behalf = told.title.as_ref().map_or_else(String::new, |title| format!(" for {title}"));
    match told.kind {
        Kind::AmbitionProposed => format!("{who} puts the ambition before the partners: do you stand behind it?"),
        Kind::AmbitionShared => "The ambition is shared: every partner stands behind it".into(),
        Kind::BusinessModelProposed => {
            format!("{who} puts the business model before the partners: do you stand behind it?")
        }
        Kind::BusinessModelShared => "Every partner stands behind the business model".into(),
        Kind::RemarkFromOutside => "Somebody outside said something about your business model".into(),
        Kind::HorizonDue => "A year on: will you look ten years ahead together again?".into(),
        Kind::RoleProposed => format!("{who} asks you to take on {role}"),
        Kind::RoleWithdrawn => format!("{who} took back the question about {role}"),
        Kind::RoleAccepted => format!("{who} takes on {role}"),
        Kind::RoleDeclined => format!("{who} does not take on {role}"),
        Kind::RoleHandedBack => format!("{who} gives {role} back"),
        Kind::RoomAsked => format!("{who} asks room to move for you: do you want it?"),
        Kind::RoomVoiceAsked => format!("{who} asks the partners for room to move: do you give it?"),
        Kind::RoomGiven => "The partners give room to move: it can go ahead".into(),
        Kind::RoomEnded => "Room to move that was given or asked is over".into(),
        Kind::ContributionNamesYou => format!("{who} names you in what is given and taken: is it so?"),
        Kind::ContributionConfirmed => format!("{who} says that it is so what you bring or come to get"),
        Kind::RoleDrains => format!("{who} gets no energy from {role}"),
        Kind::PartnerInvited => format!("{who} invites your organisation to take part"),
        Kind::StartProposed => format!("{who} wants to begin on behalf of your organisation"),
        Kind::GuestInvited => format!("{who} asks you to take part, apart from the partners"),
        Kind::MemberAdded => format!("{who} lets you take part{on_behalf}"),
        Kind::LeadAppointed => format!("{who} made you a lead"),
        Kind::MandateGiven => format!("{who} gave you the mandate: you may decide{on_behalf}"),
        Kind::MandateTaken => format!("{who} took your mandate back: you do not decide{on_behalf} any more"),
        Kind::MemberRemoved => format!("{who} ended your part{on_behalf}"),
        Kind::Mentioned => format!("{who} mentions you in a comment"),
        Kind::CommentAnswered => format!("{who} answered in a thread you wrote in"),
        Kind::ThreadResolved => format!("{who} resolved a thread you wrote in"),
        Kind::ConclusionProposed => format!("{who} asks whether you can conclude together"),
        Kind::PartnershipConcluded => format!("{who} concluded the partnership"),
        Kind::ScanOpened => "How is the partnership doing, in your view? You are asked to look back".into(),
        Kind::ScanReminder => "You can still join in looking back: your view counts".into(),
        Kind::ScanReported => "What came out of looking back is ready".into(),
        Kind::ImprovementOwned => format!("{who} asks you to see to an improvement point"),
        Kind::QualityRecognised => format!("{who} recognises a core quality in you"),
        Kind::RecognitionThanked => format!("{who} thanks you for what you recognised"),
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::Iterable as _;

    use super::*;

    fn told(kind: Kind, partnership: &str) -> Told {
        Told {
            kind,
            actor: Some("Anna".into()),
            partnership: Some(partnership.into()),
            title: Some("Voorleescoach".into()),
            address: "https://samenspel.example/here".into(),
        }
    }

    fn about(told: &[Told]) -> Letter {
        let unsubscribe = Unsubscribe { label: "Less".into(), page: "page".into(), one_click: "post".into() };
        letter(Language::Nl, "Bram", told, Addresses { list: "list".into(), unsubscribe })
    }

    #[test]
    fn a_mail_about_one_thing_says_it_at_once_and_leads_there() {
        let letter = about(&[told(Kind::RoleProposed, "Taal")]);
        assert_eq!(letter.subject, "Anna vraagt je voor de rol Voorleescoach");
        assert_eq!(letter.action.map(|action| action.address).as_deref(), Some("https://samenspel.example/here"));
    }

    #[test]
    fn a_mail_about_several_is_grouped_by_partnership_and_leads_to_the_list() {
        let letter = about(&[
            told(Kind::RoleProposed, "Taal"),
            told(Kind::LeadAppointed, "Zorg"),
            told(Kind::RoleWithdrawn, "Taal"),
        ]);
        assert_eq!(letter.subject, "3 nieuwe berichten op Samenspel");
        let groups: Vec<_> = letter.groups.iter().map(|group| (group.title.as_str(), group.lines.len())).collect();
        assert_eq!(groups, [("Taal", 2), ("Zorg", 1)]);
        assert_eq!(letter.action.map(|action| action.address).as_deref(), Some("list"));
    }

    #[test]
    fn a_mail_has_an_end() {
        let many = vec![told(Kind::LeadAppointed, "Taal"); LINES + 5];
        let letter = about(&many);
        assert_eq!(letter.groups[0].lines.len(), LINES);
        assert!(letter.paragraphs[1].contains("de andere 5"), "{:?}", letter.paragraphs);
    }

    #[test]
    fn every_kind_is_said_in_both_languages_with_and_without_names() {
        let mut seen = std::collections::BTreeSet::new();
        for kind in Kind::iter() {
            for language in [Language::Nl, Language::En] {
                let named = told(kind, "Taal");
                // Of some things nobody is the one who does them.
                let by_nobody = matches!(
                    kind,
                    Kind::AmbitionShared
                        | Kind::BusinessModelShared
                        | Kind::RemarkFromOutside
                        | Kind::HorizonDue
                        | Kind::ScanOpened
                        | Kind::ScanReminder
                        | Kind::ScanReported
                        | Kind::RoomGiven
                        | Kind::RoomEnded
                );
                assert_eq!(sentence(language, &named).starts_with("Anna "), !by_nobody, "{kind:?}");
                let nameless = Told { actor: None, title: None, ..named.clone() };
                assert!(!sentence(language, &nameless).contains("Anna"), "{kind:?}");
                assert!(seen.insert(sentence(language, &named)), "{kind:?} says what another one says");
            }
        }
    }
}

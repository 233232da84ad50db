//! How people are told what became of a version, whatever made it so.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::entity::version::{self, Subject};
use crate::notifications::{Kind, Notice};

/// What becomes of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A lead puts it before the partners.
    Proposed,
    /// A lead takes it back.
    Withdrawn,
    /// A partner says whether it stands behind it.
    Endorsed,
    /// A partner takes back what it said.
    Reconsidered,
    /// Every partner stands behind it.
    Shared,
    /// That is so no more.
    Unshared,
}

/// What somebody is told of in person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    /// It waits for the partner that they speak for.
    Proposed,
    /// Every partner stands behind it.
    Shared,
}

/// Under which name it is announced and put on record.
pub(crate) fn event(subject: Subject, what: What) -> &'static str {
    match (subject, what) {
        (Subject::Ambition, What::Proposed) => "ambition.proposed",
        (Subject::Ambition, What::Withdrawn) => "ambition.withdrawn",
        (Subject::Ambition, What::Endorsed) => "ambition.endorsed",
        (Subject::Ambition, What::Reconsidered) => "ambition.reconsidered",
        (Subject::Ambition, What::Shared) => "ambition.shared",
        (Subject::Ambition, What::Unshared) => "ambition.unshared",
        (Subject::BusinessModel, What::Proposed) => "business_model.proposed",
        (Subject::BusinessModel, What::Withdrawn) => "business_model.withdrawn",
        (Subject::BusinessModel, What::Endorsed) => "business_model.endorsed",
        (Subject::BusinessModel, What::Reconsidered) => "business_model.reconsidered",
        (Subject::BusinessModel, What::Shared) => "business_model.shared",
        (Subject::BusinessModel, What::Unshared) => "business_model.unshared",
    }
}

/// What is announced of a version.
pub(crate) fn about(version: &version::Model) -> Value {
    json!({ "version": version.id, "number": version.number })
}

/// What somebody is told in person of a version, by who made it so.
pub(crate) fn notice(about: About, by: Uuid, version: &version::Model) -> Notice {
    let (kind, place) = match (version.subject, about) {
        (Subject::Ambition, About::Proposed) => (Kind::AmbitionProposed, "ambition"),
        (Subject::Ambition, About::Shared) => (Kind::AmbitionShared, "ambition"),
        (Subject::BusinessModel, About::Proposed) => (Kind::BusinessModelProposed, "canvas"),
        (Subject::BusinessModel, About::Shared) => (Kind::BusinessModelShared, "canvas"),
    };
    Notice {
        kind,
        by: Some(by),
        partnership: Some(version.partnership_id),
        subject: Some(version.id),
        title: None,
        leads_to: format!("/partnerships/{}/{place}/versions/{}", version.partnership_id, version.number),
    }
}

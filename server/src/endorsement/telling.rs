//! How people are told what became of a version, whatever made it so.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::entity::ambition_version;
use crate::notifications::{Kind, Notice};

/// What is announced of a version.
pub(crate) fn about(version: &ambition_version::Model) -> Value {
    json!({ "version": version.id, "number": version.number })
}

/// What somebody is told in person of a version, by who made it so.
pub(crate) fn notice(kind: Kind, by: Uuid, version: &ambition_version::Model) -> Notice {
    Notice {
        kind,
        by: Some(by),
        partnership: Some(version.partnership_id),
        subject: Some(version.id),
        title: None,
        leads_to: format!("/partnerships/{}/ambition/versions/{}", version.partnership_id, version.number),
    }
}

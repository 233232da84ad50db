//! Somebody who decided or wrote something.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::partnerships::Author;

/// Somebody who decided or wrote something, and may have left since.
#[derive(Serialize, ToSchema)]
#[schema(as = AmbitionPerson)]
pub(super) struct Person {
    account_id: Uuid,
    name: String,
    /// For whom they act, or did when they left; null for somebody who guides.
    #[schema(required)]
    partner_id: Option<Uuid>,
}

impl Person {
    pub(super) fn new(account_id: Uuid, known: Option<&Author>) -> Self {
        Self {
            account_id,
            name: known.map(|known| known.name.clone()).unwrap_or_default(),
            partner_id: known.and_then(|known| known.partner_id),
        }
    }
}

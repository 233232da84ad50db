//! Somebody who decided or wrote something, as other features show them.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::store::Author;

/// Somebody who decided or wrote something, and may have left since.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PartnershipPerson)]
pub struct Person {
    account_id: Uuid,
    name: String,
    /// For whom they act, or did when they left; null for somebody who guides.
    #[schema(required)]
    partner_id: Option<Uuid>,
}

impl Person {
    /// Who has this account, as far as it is known.
    pub fn new(account_id: Uuid, known: Option<&Author>) -> Self {
        Self {
            account_id,
            name: known.map(|known| known.name.clone()).unwrap_or_default(),
            partner_id: known.and_then(|known| known.partner_id),
        }
    }
}

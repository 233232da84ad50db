//! What goes over the line about people.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::acting::Mandate;
use super::leading::Succession;
use super::store::OwnPart;
use crate::entity::account;
use crate::partnerships::api::{MembershipRole, PartnershipStatus};

/// How many people are listed at once.
const MOST_LISTED: usize = 50;

/// Who is searched for.
#[derive(Deserialize, IntoParams)]
pub(super) struct ColleagueQuery {
    /// Part of a name or an address; capitals do not count.
    #[serde(default)]
    search: String,
}

/// People of the organisation that I administer.
#[derive(Serialize, ToSchema)]
pub(super) struct Colleagues {
    items: Vec<Colleague>,
    /// Always null: the first fifty by name; search for others.
    #[schema(required)]
    next: Option<String>,
}

/// Somebody of the organisation that I administer.
#[derive(Serialize, ToSchema)]
struct Colleague {
    account_id: Uuid,
    name: String,
    email: String,
}

impl Colleagues {
    pub(super) fn new(found: Vec<account::Model>, query: &ColleagueQuery) -> Self {
        let search = query.search.trim().to_lowercase();
        let is_meant = |account: &account::Model| {
            account.name.to_lowercase().contains(&search) || account.email_key.contains(&search)
        };
        let items = found.into_iter().filter(is_meant).take(MOST_LISTED).map(|account| Colleague {
            account_id: account.id,
            name: account.name,
            email: account.email,
        });
        Self { items: items.collect(), next: None }
    }
}

/// What the organisation that I administer takes part in.
#[derive(Serialize, ToSchema)]
pub(super) struct OwnPartners {
    items: Vec<OwnPartner>,
    /// Where the list goes on; null at its end.
    #[schema(required)]
    next: Option<String>,
}

/// My organisation as a partner: who acts for it.
#[derive(Serialize, ToSchema)]
struct OwnPartner {
    id: Uuid,
    partnership_id: Uuid,
    /// What the partnership is called.
    name: String,
    status: PartnershipStatus,
    members: Vec<ActingMember>,
}

/// Somebody who acts for my organisation.
#[derive(Serialize, ToSchema)]
struct ActingMember {
    account_id: Uuid,
    name: String,
    role: MembershipRole,
    /// Whether they may endorse and confirm for us.
    mandated: bool,
}

impl OwnPartners {
    pub(super) fn new(found: Vec<OwnPart>) -> Self {
        let items = found.into_iter().map(|part| OwnPartner {
            id: part.partner.id,
            partnership_id: part.partnership.id,
            name: part.partnership.name,
            status: part.partnership.status.into(),
            members: part
                .members
                .into_iter()
                .map(|(member, account)| ActingMember {
                    account_id: account.id,
                    name: account.name,
                    role: member.role.into(),
                    mandated: member.mandated,
                })
                .collect(),
        });
        Self { items: items.collect(), next: None }
    }
}

/// Somebody who is to act for my organisation.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewMember {
    /// An account of my organisation.
    account_id: Uuid,
    /// Whether they may endorse and confirm for us.
    #[serde(default)]
    mandated: bool,
}

impl NewMember {
    pub(super) fn read(&self) -> (Uuid, Mandate) {
        (self.account_id, Mandate::of(self.mandated))
    }
}

/// What is to be different about somebody who acts for my organisation.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MemberChange {
    /// Whether they may endorse and confirm for us.
    mandated: bool,
}

impl MemberChange {
    pub(super) fn mandate(&self) -> Mandate {
        Mandate::of(self.mandated)
    }
}

/// Who is to lead.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewLead {
    /// Somebody who acts for a partner.
    account_id: Uuid,
    /// Whether they lead in my place; otherwise beside me.
    #[serde(default)]
    instead: bool,
}

impl NewLead {
    pub(super) fn read(&self) -> (Uuid, Succession) {
        (self.account_id, if self.instead { Succession::Instead } else { Succession::Beside })
    }
}

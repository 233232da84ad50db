//! What is read by a link.

use super::api::{SharedAmbition, SharedAmbitionPartner, SharedAmbitionState};
use crate::ambition::error::AmbitionError;
use crate::ambition::versions::{Put, put_before_partners};
use crate::app::App;
use crate::partnerships::{self, PartnerName};
use crate::share_links::{self, Scope};

/// What is read by what stands in a link.
pub(super) async fn read(app: &App, token: &str) -> Result<SharedAmbition, AmbitionError> {
    let db = app.database.reader();
    let found = share_links::usable(db, token, Scope::Ambition, app.clock.now()).await?;
    let (link, partnership) = found.ok_or(AmbitionError::NotFound)?;
    let partners = partnerships::partner_names_in(db, partnership.id).await?.into_iter();
    let taking_part = partners.filter(|partner| partner.is_active);
    let shown = |partner: PartnerName| SharedAmbitionPartner { name: partner.name, mark: partner.mark };
    let put = put_before_partners(db, partnership.id).await?;
    let state = match &put {
        Some(Put { is_shared: true, .. }) => SharedAmbitionState::Shared,
        Some(_) => SharedAmbitionState::Proposed,
        None => SharedAmbitionState::None,
    };
    let (number, proposed_at) = (put.as_ref().map(|put| put.number), put.as_ref().map(|put| put.proposed_at));
    let (headline, statement_html) = put.map(|put| (put.headline, put.statement_html)).unwrap_or_default();
    Ok(SharedAmbition {
        partnership: partnership.name,
        partners: taking_part.map(shown).collect(),
        state,
        number,
        proposed_at,
        headline,
        statement_html,
        expires_at: link.expires_at,
    })
}

//! Links, as those see them who take part; and what is read by one.

use uuid::Uuid;

use super::api::{AmbitionLink, AmbitionLinkList, SharedAmbition, SharedAmbitionPartner, SharedAmbitionState};
use super::store;
use crate::access::Action;
use crate::ambition::error::AmbitionError;
use crate::ambition::versions::{Put, put_before_partners};
use crate::app::App;
use crate::entity::share_link;
use crate::ids;
use crate::partnerships::{self, Membership, PartnerName, Person};

/// All that were made.
pub(super) async fn list(app: &App, me: &Membership) -> Result<AmbitionLinkList, AmbitionError> {
    me.may(Action::SeeOneAnother)?;
    let found = store::all(app.database.reader(), me).await?;
    Ok(AmbitionLinkList { items: shown(app, me, found).await?, next: None })
}

/// One of them.
pub(super) async fn one(app: &App, me: &Membership, id: Uuid) -> Result<AmbitionLink, AmbitionError> {
    let found = store::one(app.database.reader(), me, id).await?.into_iter().collect();
    shown(app, me, found).await?.pop().ok_or(AmbitionError::NotFound)
}

async fn shown(
    app: &App,
    me: &Membership,
    found: Vec<share_link::Model>,
) -> Result<Vec<AmbitionLink>, AmbitionError> {
    let makers = found.iter().map(|link| link.made_by);
    let people = partnerships::authors(app.database.reader(), me, makers.collect::<Vec<_>>()).await?;
    let shown = |link: share_link::Model| AmbitionLink {
        id: link.id,
        made_by: Person::new(link.made_by, people.get(&link.made_by)),
        made_at: link.made_at,
        expires_at: link.expires_at,
        revoked_at: link.revoked_at,
    };
    Ok(found.into_iter().map(shown).collect())
}

/// What is read by what stands in a link.
pub(super) async fn read(app: &App, token: &str) -> Result<SharedAmbition, AmbitionError> {
    let db = app.database.reader();
    let found = store::usable(db, ids::fingerprint(token), app.clock.now()).await?;
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

//! Who sees what people say of themselves in a partnership, and who hears of it. It is said here once, for everything
//! that people say within a circle that they choose.

use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use super::events::Audience;
use super::store::Membership;
use crate::entity::circle::Circle;
use crate::error::FieldError;

/// The columns of a table that say whose something is and who sees it.
#[derive(Clone, Copy, Debug)]
pub struct CircleColumns<C> {
    /// In which partnership it was said.
    pub partnership: C,
    /// Who said it.
    pub account: C,
    /// For whom they acted when they did; nobody, if they guide.
    pub partner: C,
    /// Who sees it.
    pub visible_to: C,
}

impl<C: ColumnTrait> CircleColumns<C> {
    /// All that somebody may see: their own, and what others let them see. Only for who may see of one another at all.
    pub fn seen_by(&self, me: &Membership) -> Condition {
        let of_partner = me.partner.as_ref().map(|partner| {
            Condition::all().add(self.visible_to.eq(Circle::Partner)).add(self.partner.eq(partner.id))
        });
        let visible = Condition::any()
            .add(self.account.eq(me.account_id))
            .add(self.visible_to.eq(Circle::All))
            .add_option(of_partner);
        self.within(me).add(visible)
    }

    /// All that everybody who takes part may see.
    pub fn seen_by_all(&self, me: &Membership) -> Condition {
        self.within(me).add(self.visible_to.eq(Circle::All))
    }

    /// All that is one's own.
    pub fn written_by(&self, me: &Membership) -> Condition {
        self.within(me).add(self.account.eq(me.account_id))
    }

    fn within(&self, me: &Membership) -> Condition {
        Condition::all().add(self.partnership.eq(me.partnership_id))
    }
}

impl Circle {
    /// Who hears of what `account` said with it, for `partner`: those who see it.
    pub fn audience(self, account: Uuid, partner: Option<Uuid>) -> Audience {
        match (self, partner) {
            (Self::All, _) => Audience::TakingPart,
            (Self::Partner, Some(partner)) => Audience::Partner(partner),
            (Self::Partner | Self::Me, _) => Audience::Account(account),
        }
    }

    /// Whether somebody can choose it.
    ///
    /// # Errors
    /// Who acts for no partner has nobody of the same partner (`no_partner`).
    pub fn check(self, me: &Membership) -> Result<(), FieldError> {
        let has_none = self == Self::Partner && me.partner.is_none();
        if has_none { Err(FieldError { field: "visible_to", code: "no_partner" }) } else { Ok(()) }
    }
}

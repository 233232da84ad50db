//! What can keep somebody from changing a partnership.

use sea_orm::DbErr;

use crate::access::Denied;
use crate::accounts::AccountError;
use crate::error::{FieldError, Problem};

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub enum PartnershipError {
    /// There is no such thing, or it is not theirs.
    #[error("there is no such thing, or it is not theirs")]
    NotFound,
    /// They may see it, and no more.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Some fields were refused.
    #[error("some values were refused")]
    Refused(Vec<FieldError>),
    /// Somebody must lead.
    #[error("nobody would lead the partnership")]
    LastLead,
    /// Every partner must have somebody who speaks for it.
    #[error("nobody would have the partner's mandate")]
    LastMandate,
    /// The organisation takes part, or was asked to.
    #[error("the organisation takes part already")]
    AlreadyPartner,
    /// Every partner has a mark of its own, and there are no more of them.
    #[error("there are as many partners as can be")]
    TooManyPartners,
    /// A partner did not say yes, or was not asked.
    #[error("not every partner agrees")]
    NotAllAgree,
    /// The organisation one acts for has not said yes itself.
    #[error("one's own organisation has not decided")]
    Undecided,
    /// It is not as whoever asks thinks it is.
    #[error("{0}")]
    Conflict(&'static str),
    /// An account could not be made.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl PartnershipError {
    /// One field was refused.
    pub(super) fn field(field: &'static str, code: &'static str) -> Self {
        Self::Refused(vec![FieldError { field, code }])
    }
}

impl From<PartnershipError> for Problem {
    fn from(error: PartnershipError) -> Self {
        match error {
            PartnershipError::NotFound => Self::not_found(),
            PartnershipError::Denied(denied) => denied.into(),
            PartnershipError::Refused(errors) => Self::validation_failed(errors),
            PartnershipError::LastLead => Self::conflict("last_lead", "A partnership always has a lead"),
            PartnershipError::LastMandate => {
                Self::conflict("last_mandate", "A partner always has somebody with its mandate")
            }
            PartnershipError::AlreadyPartner => {
                Self::conflict("already_partner", "This organisation takes part already, or was asked to")
            }
            PartnershipError::TooManyPartners => {
                Self::conflict("too_many_partners", "There are 64 partners already")
            }
            PartnershipError::NotAllAgree => {
                Self::conflict("not_all_agree", "A partnership is concluded when every partner has agreed")
            }
            PartnershipError::Undecided => {
                Self::conflict("undecided", "Your own organisation has not said yes yet")
            }
            PartnershipError::Conflict(detail) => {
                Self::conflict("conflict", "That is not possible (any more)").detailed(detail)
            }
            PartnershipError::Account(error) => error.into(),
            PartnershipError::Database(error) => error.into(),
        }
    }
}

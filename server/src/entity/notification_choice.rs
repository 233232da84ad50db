//! How often somebody wants mail about what they are told. Who never chose has no row.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notification_choice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    pub pace: Pace,
}

/// When somebody gets mail about what they are told and have not read.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = MailPace)]
pub enum Pace {
    /// About everything, after two minutes.
    AtOnce,
    /// About what waits for them, after two minutes; about the rest once a day.
    ///
    /// What every account begins with: who is asked something keeps others waiting until they know of it; the rest is
    /// as true tomorrow.
    #[default]
    WhatWaits,
    /// Once a day.
    Daily,
    /// Not at all.
    Never,
}

impl ActiveModelBehavior for ActiveModel {}

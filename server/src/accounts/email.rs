//! The address somebody signs in with.

/// An address that mail can be sent to, as far as can be told without sending any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Reads an address as a person types it; blanks around it are not part of it.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (mailbox, domain) = text.rsplit_once('@')?;
        let is_clean = !text.chars().any(|c| c.is_whitespace() || c.is_control());
        // The limits of RFC 5321 §4.5.3.1; quoted mailboxes with an @ of their own are not used by people.
        let is_sized = (1..=64).contains(&mailbox.len()) && text.len() <= 254;
        let is_domain = !domain.is_empty() && domain.split('.').all(|label| !label.is_empty());
        (is_clean && is_sized && is_domain && !mailbox.contains('@')).then(|| Self(text.to_owned()))
    }

    /// As it was typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What makes two addresses the same: capitals do not count.
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_mailbox_at_one_domain() {
        for good in ["sanne@bibliotheek.example", " Sanne.Mulder+taal@localhost ", "é@voorbeeld.example"] {
            assert!(EmailAddress::parse(good).is_some(), "{good:?}");
        }
        for bad in ["", "sanne", "@x.example", "sanne@", "a b@x.example", "a@b@x.example", "a@x..example", "a@\n"] {
            assert!(EmailAddress::parse(bad).is_none(), "{bad:?}");
        }
        assert!(EmailAddress::parse(&format!("{}@x.example", "a".repeat(65))).is_none());
    }

    #[test]
    fn capitals_make_no_second_address() {
        let keys = ["Sanne@X.example", "sanne@x.EXAMPLE"].map(|text| EmailAddress::parse(text).map(|a| a.key()));
        assert_eq!(keys[0], keys[1]);
    }
}

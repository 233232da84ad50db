//! The people of the demo. Anybody may sign in as any of them.

/// The password of all of them.
pub(crate) const PASSWORD: &str = "samenspel-demo-2026";

/// Somebody in the demo.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Person {
    pub(crate) email: &'static str,
    pub(crate) name: &'static str,
    /// The name of their organisation, if they have one.
    pub(crate) organisation: Option<&'static str>,
    pub(crate) part: Part,
}

/// What somebody is in the demo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    PlatformAdmin,
    OrganisationAdmin,
    Lead,
    Member,
    Observer,
}

pub(crate) const LIBRARY: &str = "Bibliotheek Zuid";
pub(crate) const SCHOOLS: &str = "Scholengroep De Brug";
pub(crate) const CARE: &str = "Zorggroep Maas";
pub(crate) const MUNICIPALITY: &str = "Gemeente Maasveld";

/// Everybody, the one who guards the process first.
pub(crate) const PEOPLE: [Person; 6] = [
    Person { email: "lead@demo.example", name: "Sanne Mulder", organisation: Some(LIBRARY), part: Part::Lead },
    Person { email: "member@demo.example", name: "Joris Vermeer", organisation: Some(SCHOOLS), part: Part::Member },
    Person { email: "third@demo.example", name: "Fatima Benali", organisation: Some(CARE), part: Part::Member },
    Person {
        email: "observer@demo.example",
        name: "Ruud Peters",
        organisation: Some(MUNICIPALITY),
        part: Part::Observer,
    },
    Person {
        email: "orgadmin@demo.example",
        name: "Marijke de Wit",
        organisation: Some(LIBRARY),
        part: Part::OrganisationAdmin,
    },
    Person { email: "admin@demo.example", name: "Hanneke Visser", organisation: None, part: Part::PlatformAdmin },
];

"""Invented names and words for the demonstration office."""

FIRST_NAMES = {
    "mevrouw": (
        "Amina Samira Hanna Yara Leyla Zeynep Elif Mariam Aster Selam Nour Rania Olena Oksana Iryna Ioana Elena "
        "Desislava Petya Farah Shirin Parisa Nasrin Zahra Fatoumata Aissatou Adama Ngozi Blessing Priya Lakshmi "
        "Mei Linh Thuy Carmen Lucia Ana Ines Sofie Lore Hilde Griet"
    ).split(),
    "heer": (
        "Yusuf Omar Hamza Bilal Ibrahim Mehmet Emre Kerem Tesfay Dawit Samuel Filmon Walid Tarek Karim Andriy "
        "Mykola Serhii Mihai Radu Stoyan Georgi Reza Navid Farid Najib Habib Mamadou Ousmane Kwame Chidi Emeka "
        "Ravi Anil Wei Minh Diego Pablo Joao Rui Wout Bram Koen Stijn"
    ).split(),
}
LAST_NAMES = (
    "Haddad Rahimi Demirel Tesfaye Okafor Traore Nowak Petrenko Popescu Dimitrov Kaya Aydin Yilmazer Barzani "
    "Hosseini Ahmadzai Noorzai Karimi Sahak Habte Gebre Mengistu Berhane Diallo Bah Camara Sow Keita Mensah Osei "
    "Balogun Eze Adeyemi Kovalenko Shevchuk Bondar Ivanova Todorov Ionescu Marin Stan Silva Costa Pereira Ramos "
    "Vargas Molina Nguyen Tran Pham Zhang Huang Sharma Patel Gupta Mansour Khalil Saleh Nasser Aziz Jaber Darwish "
    "Hamdan Sabbagh Verlinden Callebaut Goossens Declercq Vandamme Baeten"
).split()

STREETS = (
    "Kastanjestraat Lindelaan Meerstraat Sleepwijk Wielewaalstraat Bloemenplein Kruiskouter Vogelenzang Zilverpad "
    "Akkerweg Molenwegel Rietgracht Populierenlaan Nachtegaallaan Kerselaarstraat"
).split()

LANGUAGES = ("Arabisch", "Dari", "Pashto", "Tigrinya", "Turks", "Oekraïens", "Bulgaars", "Roemeens", "Frans", "Engels")

# (login, role, first name, last name): one account for every role, and colleagues beside it
STAFF = {
    "ocmw_gent": (
        ("klerk", "administratief_medewerker", "Nele", "Wittevrongel"),
        ("klerk2", "administratief_medewerker", "Joris", "Steyaert"),
        ("mw", "maatschappelijk_werker", "Lotte", "Verbeke"),
        ("mw2", "maatschappelijk_werker", "Ruben", "Dhaenens"),
        ("mw3", "maatschappelijk_werker", "Hatice", "Polat"),
        ("mw4", "maatschappelijk_werker", "Saar", "Lievens"),
        ("hoofd", "hoofdmaatschappelijk_werker", "Bart", "Roelandt"),
        ("secretaris", "bcsd_secretaris", "Katrien", "Moens"),
        ("voorzitter", "bcsd_voorzitter", "Els", "Moerman"),
        ("lid", "bcsd_lid", "Jan", "Baert"),
        ("lid2", "bcsd_lid", "Mia", "Temmerman"),
        ("lid3", "bcsd_lid", "Osman", "Erdogdu"),
        ("lid4", "bcsd_lid", "Liesbet", "Vlaeminck"),
        ("lid5", "bcsd_lid", "Rik", "Tanghe"),
        ("lid6", "bcsd_lid", "Anja", "Lippens"),
        ("lid7", "bcsd_lid", "Fien", "Cools"),
        ("lid8", "bcsd_lid", "Pieterjan", "Hoste"),
        ("lid9", "bcsd_lid", "Nadia", "Benhaddou"),
        ("lid10", "bcsd_lid", "Wim", "Schepens"),
        ("lid11", "bcsd_lid", "Greet", "Naessens"),
        ("lid12", "bcsd_lid", "Dirk", "Opsomer"),
        ("directeur", "algemeen_directeur", "Pieter", "Claeys"),
        ("directie", "directie", "Ilse", "Vermeersch"),
        ("privacy", "functionaris_gegevensbescherming", "Tine", "Bogaert"),
        ("beheer", "beheerder", "Sander", "Maes"),
    ),
    "amal": (
        ("tb", "trajectbegeleider", "Karim", "Daoudi"),
        ("tb2", "trajectbegeleider", "Femke", "Rogiers"),
        ("contact", "centraal_contactpersoon", "Selma", "Arslan"),
        ("directie.amal", "directie", "Hendrik", "Vercauteren"),
    ),
    "ocmw_evergem": (("partner", "partner_ocmw", "Veerle", "Dobbelaere"),),
    "ocmw_ninove": (("partner2", "partner_ocmw", "Tom", "Cornelis"),),
}

# key, kind, name, service, street, postal code, city, telephone
ORGANISATIONS = (
    ("ocmw_gent", "ocmw", "OCMW Gent", "Sociale Dienst Inburgering en Activering", "Onderbergen 86", "9000", "Gent", "09 000 10 00"),
    ("amal", "agentschap", "Amal", "Trajectbegeleiding", "Kongostraat 42", "9000", "Gent", "09 000 20 00"),
    ("vdab", "arbeidsbemiddeling", "VDAB", "Werkwinkel Gent", "Kongostraat 7", "9000", "Gent", "09 000 30 00"),
    ("dienst_werk", "stad", "Stad Gent Dienst Werk", "Dienst Werk", "Botermarkt 1", "9000", "Gent", "09 000 40 00"),
    ("ocmw_evergem", "partner_ocmw", "OCMW Evergem", "Sociaal Huis", "Fortune de Kokerlaan 11", "9940", "Evergem", "09 000 50 00"),
    ("ocmw_merelbeke", "partner_ocmw", "OCMW Merelbeke", "Sociaal Huis", "Hundelgemsesteenweg 353", "9820", "Merelbeke", "09 000 60 00"),
    ("ocmw_eeklo", "partner_ocmw", "OCMW Eeklo", "Sociaal Huis", "Industrielaan 2", "9900", "Eeklo", "09 000 70 00"),
    ("ocmw_ninove", "partner_ocmw", "OCMW Ninove", "Sociaal Huis", "Bevrijdingslaan 7", "9400", "Ninove", "054 00 80 00"),
)

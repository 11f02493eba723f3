package io.carryon.profile.matching;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Words in mail addresses that say whose a mailbox can be, each a rule of the product. */
final class MailboxWords {

    /** Providers of mailboxes for people, by the name before the country. */
    static final Set<String> PERSONAL = words("""
            gmail googlemail outlook hotmail live msn yahoo ymail rocketmail icloud me mac aol aim gmx web
            t-online freenet mail email proton protonmail pm fastmail zoho yandex tutanota tuta posteo mailbox
            orange wanadoo free laposte sfr neuf bbox libero virgilio alice tiscali tin wp o2 onet interia op
            poczta gazeta vp telefonica movistar terra ono btinternet sky talktalk virginmedia ntlworld
            blueyonder btopenworld inbox one takas delfi seznam centrum comcast verizon att sbcglobal cox
            bluewin bluemail chello aon a1 skynet telenet ziggo kpnmail xs4all planet rambler bk list ukr abv
            citromail freemail home clicknet rdslink
            """);

    /**
     * Functions in a company, in English, German, French, Spanish, Polish, Romanian and Lithuanian: what is sent from
     * there anybody may have written.
     */
    static final Set<String> ROLES = words("""
            info information contact contacts office hello mail email post team admin administrator
            administration support help helpdesk service services customerservice customercare care sales orders
            order shop store marketing press media pr hr jobs careers recruitment accounts account accounting
            accountspayable accountsreceivable ap ar finance billing invoice invoices payments purchasing
            procurement logistics warehouse dispatch reception frontdesk secretary booking bookings reservations
            enquiries inquiries general legal privacy security it ceo management webmaster hostmaster postmaster
            abuse root staff headoffice company
            kontakt buero buro anfrage anfragen verwaltung buchhaltung rechnung rechnungen rechnungswesen
            einkauf verkauf vertrieb bestellung bestellungen bewerbung personal empfang zentrale sekretariat
            geschaeftsfuehrung lager versand technik praxis kundenservice kundendienst hilfe presse firma
            mahnung kanzlei
            bureau accueil comptabilite compta facturation factures ventes vente achats commercial commandes
            commande direction secretariat rh recrutement aide equipe assistance serviceclient sav gestion
            logistique reservation bonjour courrier siege
            contacto oficina administracion contabilidad facturacion facturas ventas compras pedidos comercial
            soporte ayuda atencion atencionalcliente clientes rrhh empleo recepcion secretaria gerencia
            direccion reservas logistica almacen prensa hola correo equipo
            biuro ksiegowosc faktury faktura fakturowanie sprzedaz handel handlowy zamowienia zakupy zakup pomoc
            obsluga obslugaklienta bok kadry rekrutacja praca sklep magazyn logistyka serwis administracja
            zarzad recepcja reklamacje rezerwacje poczta zespol spedycja windykacja
            birou contabilitate facturi facturare vanzari achizitii comenzi comanda suport ajutor relatiiclienti
            clienti resurseumane receptie rezervari depozit conducere administratie juridic magazin echipa
            biuras kontaktai informacija buhalterija saskaitos apskaita pardavimai pardavimas prekyba uzsakymai
            pirkimai pagalba klientai personalas administracija sandelis logistika priimamasis registratura
            rezervacija parduotuve darbas komanda servisas
            """);

    /** What people type when they have no address or do not want to give it, and where machines write from. */
    static final Set<String> NOBODY = words("""
            noreply donotreply dontreply nepasreponer nichtantworten mailerdaemon bounce bounces none noemail
            nomail noaddress nobody noone null nil na notavailable notapplicable unknown anonymous anon test
            tester testing example sample dummy fake user someone somebody customer guest asdf qwerty abc xyz
            xxx aaa unbekannt keine keinemail inconnu aucun desconocido ninguno nieznany brak brakmaila
            necunoscut nera niemand nikt nimeni
            """);

    private MailboxWords() {}

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}

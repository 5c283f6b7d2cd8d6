import type { CustomerKind } from "./customer-kinds";
import { makePerson } from "./people-names";
import type { Random } from "./random";

const list = (names: string) => names.split(", ");

const industrial = list(
  "Boksburg, Benoni, Springs, Brakpan, Germiston, Alberton, Edenvale, Kempton Park, Isando, Midrand, Randburg, " +
    "Roodepoort, Krugersdorp, Randfontein, Vereeniging, Vanderbijlpark, Meyerton, Heidelberg, Nigel, Middelburg, " +
    "Secunda, Rustenburg, Brits, Centurion, Pretoria West, Rosslyn, Silverton, Potchefstroom, Sasolburg, Klerksdorp, " +
    "Devland, City Deep, Wynberg, Kya Sand, Strijdom Park, Cleveland, Jeppestown, Booysens, Selby, Lenasia, " +
    "Eldorado Park, Spartan, Jet Park, Wadeville, Alrode, Nancefield, Denver, Chloorkop, Olifantsfontein, Elandsfontein",
);
const townships = list(
  "Tembisa, Vosloorus, Katlehong, Daveyton, Alexandra, Diepsloot, Mamelodi, Ga-Rankuwa, Soweto, Orange Farm, " +
    "Kagiso, Thokoza, KwaThema, Duduza, Atteridgeville, Soshanguve, Sebokeng, Hammanskraal",
);
const rural = list(
  "Delmas, Bronkhorstspruit, Magaliesburg, Hartbeespoort, Balfour, Standerton, Bethal, Ermelo, Lichtenburg, Bela-Bela, " +
    "Parys, Heilbron, Frankfort, Cullinan, Koster, Ventersdorp, Leandra, Hendrina, Villiers, Vredefort",
);
const mining = list(
  "Carletonville, Westonaria, Ogies, Kriel, Rustenburg, Marikana, Northam, Hendrina, Stilfontein",
);

const coined = list(
  "Thuthuka, Sizanani, Bokamoso, Masakhane, Simunye, Ithemba, Khula, Phambili, Tshwaragano, Vukani, Zenzele, Lesedi, " +
    "Batho, Inkanyezi, Siyaphambili, Rea Dumela, Kopano, Umoja, Nala, Ikhwezi, Thari, Tirisano, Sekunjalo, Isivuno",
);
const landscape = list(
  "Highveld, Reef, Ridge, Crown, Golden, Suikerbos, Kiepersol, Blesbok, Acacia, Vaal, Witrand, Summit, Impala, Baobab, " +
    "Ironwood, Three Rivers, Red Hill, Longview, Northgate, Main Reef, Eagle, Jacaranda, Protea, Marula",
);
const farms = list(
  "Rietvlei, Weltevreden, Kalkfontein, Vlakplaas, Doornkop, Goedehoop, Blinkwater, Klipdrift, Uitkyk, Rooipoort, " +
    "Modderfontein Oos, Welgelegen, Elandskraal, Nooitgedacht, Mooiplaas, Palmietkuil, Witpoort, Leeuwkop, Boschkop, " +
    "Driefontein Noord, Skoongesig, Vaalbank, Schoongezicht, Tweefontein, Kromdraai, Bultfontein, Rustplaas",
);
const pits = list(
  "Rooikop, Blouklip, Tau, Witkrans, Ysterberg, Nkwe, Swartkop, Klipspruit Suid, Thaba Nkulu, Silwerrand",
);
const municipalities = list(
  "Kwena Valley, Blesbokspruit, Maru a Pula, Suikerbosrand West, Thaba Tshwene, Rietspruit, Nkomati Plains, Lekwena",
);

const placesOf: Record<CustomerKind, readonly string[]> = {
  fitment: [...industrial, ...townships],
  workshop: [...industrial, ...townships],
  spares: [...industrial, ...townships],
  transport: industrial,
  taxi: townships,
  bus: [...townships, ...industrial],
  farm: rural,
  plant: industrial,
  mine: mining,
  municipality: rural,
  security: industrial,
};

const patterns: Record<CustomerKind, readonly string[]> = {
  fitment: [
    "{place} Tyre & Fitment",
    "{surname} Tyres",
    "{landscape} Tyre & Exhaust {place}",
    "{landscape} Wheel & Tyre",
    "{surname} Tyre Centre {place}",
    "{coined} Tyres {place}",
    "{place} Wheel Alignment",
  ],
  workshop: [
    "{surname} Motors",
    "{place} Auto Electrical",
    "{surname} & Sons Motor Works",
    "{landscape} Auto Clinic {place}",
    "{coined} Motor Repairs",
    "{surname} Diesel Services",
    "{place} Service Centre",
    "{landscape} Panel & Service",
  ],
  spares: [
    "{place} Battery & Spares",
    "{surname} Motor Spares",
    "{landscape} Auto Parts {place}",
    "{coined} Spares {place}",
  ],
  transport: [
    "{surname} Transport",
    "{landscape} Logistics",
    "{coined} Haulage",
    "{surname} Brothers Carriers",
    "{landscape} Couriers {place}",
    "{place} Bulk Haulers",
    "{coined} Logistics",
  ],
  taxi: [
    "{coined} Taxi Association {place}",
    "{coined} Taxi Owners' Co-op",
    "{place} {coined} Long Distance Taxis",
  ],
  bus: ["{coined} Bus Services", "{surname} Coaches", "{place} Scholar Transport", "{landscape} Coach Lines"],
  farm: ["{farm} Boerdery", "{surname} Boerdery", "{farm} Farms", "{farm} Feedlot", "{surname} & Seuns"],
  plant: [
    "{landscape} Plant Hire",
    "{surname} Civils",
    "{coined} Construction",
    "{surname} Grondverskuiwing",
  ],
  mine: ["{pit} Quarry", "{pit} Colliery", "{pit} Platinum", "{pit} Sand & Stone"],
  municipality: ["{municipality} Local Municipality"],
  security: [
    "{landscape} Armed Response",
    "{coined} Security",
    "{surname} Guarding",
    "{landscape} Reaction {place}",
  ],
};

/** A believable name for a customer of this kind, where it trades and, if it bears one, the family's name. Not unique. */
export function makeCustomerName(
  random: Random,
  kind: CustomerKind,
): { name: string; place: string; family: string | undefined } {
  const pattern = random.pick(patterns[kind]);
  const place = random.pick(placesOf[kind]);
  const family = pattern.includes("{surname}") ? makePerson(random).last : undefined;
  const words: Record<string, string> = {
    place,
    surname: family?.replace(/^[a-z]/, (letter) => letter.toUpperCase()) ?? "",
    coined: random.pick(coined),
    landscape: random.pick(landscape),
    farm: random.pick(farms),
    pit: random.pick(pits),
    municipality: random.pick(municipalities),
  };
  const name = pattern.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? "");
  return { name, place, family };
}

import type { Random } from "./random";

// First names and surnames are drawn from the same community, so that a name sounds like somebody's.
const communities: readonly (readonly [{ first: string; last: string }, number])[] = [
  [
    {
      first:
        "Sibusiso, Nomvula, Bongani, Zanele, Mandla, Nokuthula, Themba, Lindiwe, Jabu, Precious, Siyabonga, Khanyi, Lwazi, Andile, Unathi, Xolani, Vusi, Busisiwe, Musa, Ntombi",
      last: "Nkosi, Khumalo, Ndlovu, Mthembu, Zulu, Sithole, Mabaso, Mahlangu, Radebe, Maseko, Shabalala, Ngwenya, Mnguni, Cele, Hadebe, Buthelezi, Zwane, Vilakazi, Masondo, Mtshali",
    },
    29,
  ],
  [
    {
      first:
        "Tshepo, Kagiso, Palesa, Mpho, Lebogang, Refilwe, Thabo, Dineo, Tumelo, Kgomotso, Neo, Katlego, Boitumelo, Karabo, Teboho, Rethabile",
      last: "Molefe, Modise, Mofokeng, Tau, Motaung, Phiri, Letsoalo, Kekana, Ramokgopa, Seabi, Moloi, Tladi, Mokgosi, Maluleke, Baloyi, Mashaba, Pitso, Selepe",
    },
    24,
  ],
  [
    {
      first:
        "Johan, Kobus, Hannes, Gert, Riaan, Elmarie, Annelie, Marius, Francois, Danie, Stefan, Anton, Charl, Hendrik, Tertius, Ilse, Chantelle, Jaco, Werner, Wynand",
      last: "Kruger, Pretorius, Venter, Steyn, du Plessis, Nel, Coetzee, Fourie, van Wyk, Erasmus, Swanepoel, Joubert, Viljoen, Grobler, Oosthuizen, de Beer, Lombard, Potgieter, Cronje",
    },
    19,
  ],
  [
    {
      first:
        "Rajesh, Priya, Imraan, Fatima, Yusuf, Nisha, Suresh, Zaheer, Kavitha, Ashwin, Riaz, Shireen, Dinesh, Anisa",
      last: "Pillay, Govender, Moodley, Naicker, Desai, Moosa, Khan, Cassim, Maharaj, Reddy, Bhana, Essop, Chetty, Vawda",
    },
    12,
  ],
  [
    {
      first:
        "Gary, Sharon, Mark, Debbie, Trevor, Wayne, Brian, Linda, Graham, Stuart, Neil, Tracy, Colin, Bruce",
      last: "Wilson, Thompson, Harris, Robertson, Clarke, Murray, Palmer, Walker, Bennett, Fraser, Hughes, Cooper, Marsh, Dawson",
    },
    8,
  ],
  [
    {
      first: "Ashley, Natasha, Ricardo, Lee-Ann, Clint, Bronwyn, Denzil, Charmaine, Jerome, Veronique",
      last: "Adams, Williams, September, Abrahams, Petersen, Hendricks, Jansen, Fortuin, Davids, Arendse",
    },
    8,
  ],
];

/** A person's first name and surname. */
export function makePerson(random: Random): { first: string; last: string } {
  const { first, last } = random.weighted(communities);
  return { first: random.pick(first.split(", ")), last: random.pick(last.split(", ")) };
}

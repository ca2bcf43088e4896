package org.relais.care.births.watch;

/**
 * What is written on the haemorrhage sheet, in the order in which it is asked for. Acts without doses: those are the local
 * protocol's ({@code domain/wards.md}, medicines). After CNGOF, <em>Hémorragies du post-partum immédiat</em>, 2014.
 */
public enum BleedAct {
    BLOOD_LOSS,
    OBSTETRICIAN_CALLED,
    ANAESTHETIST_CALLED,
    MIDWIFE_CALLED,
    UTERINE_REVISION,
    BIRTH_CANAL_EXAMINED,
    BLADDER_EMPTIED,
    UTERINE_MASSAGE,
    OXYTOCIN,
    SULPROSTONE,
    TRANEXAMIC_ACID,
    VENOUS_LINE,
    BLOOD_DRAWN,
    BLOOD_ORDERED,
    TRANSFUSION,
    VITALS,
    BALLOON,
    SURGERY,
    EMBOLISATION,
    OTHER
}
